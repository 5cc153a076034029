/** The window over the map: one event, or a list of those at one place. */
class EventPopup {
  constructor(map, data, marks, changed) {
    this.map = map;
    this.data = data;
    this.marks = marks;
    this.changed = changed;
    this.opener = null;
    /** The one whose details are open. */
    this.event = null;
    this.popup = L.popup({ closeButton: false, autoPanPaddingTopLeft: [56, 12], className: "window" });
    map.on("popupclose", () => this.closed());
  }

  /** Opens the events of one place; the focus comes back to the opener at the end. */
  open(events, position, opener, isArea) {
    this.opener = opener;
    if (events.length === 1) this.show(events[0], position, null);
    else this.choose(events, position, isArea);
  }

  choose(events, position, isArea) {
    const places = new Set(events.map((event) => (event.point ? event.point.toString() : event.area)));
    const atOnePlace = places.size === 1;
    const heading = !atOnePlace ? WORDS.eventsNear : isArea ? WORDS.eventsInArea : WORDS.eventsHere;
    const list = make("ol", { class: "choice" });
    const box = make("article", { class: "details" }, make("h3", { tabindex: "-1" }, heading(events.length)), list);
    let next = 0;
    const more = make("button", { type: "button" });
    const add = () => {
      for (const event of events.slice(next, next + 50)) {
        const back = () => this.choose(events, position, isArea);
        list.append(make("li", {}, rowButton(event, this.data, () => this.show(event, position, back))));
      }
      next = Math.min(next + 50, events.length);
      more.textContent = WORDS.more(Math.min(50, events.length - next));
      more.hidden = next >= events.length;
    };
    more.addEventListener("click", add);
    add();
    box.append(more);
    this.place(box, position);
    this.marks.keep(isArea && atOnePlace ? events[0] : null);
    this.event = null;
    this.changed();
  }

  show(event, position, back) {
    const box = detailsOf(event, this.data);
    if (back) {
      const button = make("button", { type: "button" }, WORDS.back);
      button.addEventListener("click", back);
      box.append(button);
    }
    this.place(box, position);
    this.marks.keep(event);
    this.event = event;
    this.changed();
  }

  place(box, position) {
    const size = this.map.getSize();
    const legend = document.getElementById("legend");
    const covered = legend.open && size.x > 2.4 * legend.offsetWidth ? legend.offsetWidth : 0;
    this.popup.options.autoPanPaddingBottomRight = [12 + covered, 12];
    this.popup.options.maxWidth = Math.min(360, size.x - 40);
    this.popup.options.minWidth = Math.min(270, size.x - 40);
    this.popup.options.maxHeight = Math.max(160, size.y - 90);
    const close = make("button", { type: "button", class: "close", "aria-label": WORDS.close }, "×");
    close.addEventListener("click", () => this.map.closePopup(this.popup));
    box.prepend(close);
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", box.querySelector("h3").textContent);
    box.addEventListener("keydown", (press) => {
      if (press.key !== "Escape") return;
      press.stopPropagation();
      this.map.closePopup(this.popup);
    });
    const opener = this.opener;
    this.popup.setContent(box).setLatLng(position);
    if (!this.map.hasLayer(this.popup)) this.popup.openOn(this.map);
    this.opener = opener;
    box.querySelector("h3").focus({ preventScroll: true });
  }

  closed() {
    this.marks.keep(null);
    this.event = null;
    this.changed();
    const opener = this.opener;
    this.opener = null;
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  }
}

/** An event as a button of a list. */
function rowButton(event, data, action) {
  const mark = { point: "dot", area: "area", none: "nowhere" }[event.located];
  const button = make("button", { type: "button", class: "row" },
    make("span", { class: mark, color: data.category(event.type).color, "aria-hidden": "true" }),
    make("span", { class: "day" }, dayOf(event)),
    make("span", { class: "what" }, kindOf(event)),
    make("span", { class: "place" }, placeNames(event).length ? placeNames(event) : WORDS.noPlace),
    make("span", { class: "harm" }, harmOf(event).join(", ")));
  button.addEventListener("click", action);
  return button;
}
