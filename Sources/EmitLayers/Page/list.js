const LIST_STEP = 50;

/** The same events as a list: for those who do not see the map, and for those without a place. */
class EventList {
  constructor(data, open) {
    this.data = data;
    this.open = open;
    this.rows = document.getElementById("rows");
    this.more = document.getElementById("more");
    this.more.addEventListener("click", () => {
      const first = this.next;
      this.add();
      this.rows.children[first]?.querySelector("button").focus();
    });
  }

  /** Shows events, the latest first, those without a day last. */
  show(events) {
    const dated = events.filter((event) => event.last !== null);
    this.events = [...dated.reverse(), ...events.filter((event) => event.last === null)];
    this.next = 0;
    this.rows.replaceChildren();
    if (!events.length) {
      const words = this.data.events.length ? WORDS.noEvents : WORDS.noData;
      this.rows.append(make("li", { class: "empty" }, words));
    }
    this.add();
  }

  add() {
    const part = this.events.slice(this.next, this.next + LIST_STEP);
    for (const event of part) {
      const item = make("li", {});
      item.append(rowButton(event, this.data, () => this.open(event, item)));
      this.rows.append(item);
    }
    this.next += part.length;
    const rest = this.events.length - this.next;
    this.more.hidden = rest === 0;
    this.more.textContent = WORDS.more(Math.min(LIST_STEP, rest));
  }

  /** Shows the details of an event that the map cannot show, below its row; again hides them. */
  unfold(event, item) {
    const open = item.querySelector(".details");
    if (open) return open.remove();
    item.append(detailsOf(event, this.data));
  }
}
