#!/usr/bin/env python3
"""Looks at map.html with a real browser, and compares what it shows with the layers beside it.

    Tools/judge_map_html.py FOLDER            a folder that `marsad map` wrote
    Tools/judge_map_html.py --hostile PAGE    a page whose every text would like to run
    Tools/judge_map_html.py --empty PAGE      a page without events

Ends with 1 and says what is wrong, or with 3 where there is no Chromium.
"""
import json
import os
import sys
import unicodedata
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import browser as driver

faults = []


def check(holds, *words):
    if not holds:
        faults.append(" ".join(str(word) for word in words))


def same(found, wanted, *words):
    check(found == wanted, *words, f": {found!r}, and {wanted!r} is expected")


def features(folder, layer):
    with open(f"{folder}/{layer}.geojson", encoding="utf-8") as file:
        return json.load(file)["features"]


def folded(text):
    """The rule of the page's search, written again."""
    drop = {0x0640, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
    text = "".join(c for c in unicodedata.normalize("NFKD", text)
                   if not unicodedata.category(c).startswith("M") and ord(c) not in drop)
    for one, other in [("\u0649\u06cc", "\u064a"), ("\u06a9", "\u0643"), ("\u0629\u06d5\u06be", "\u0647")]:
        for letter in one:
            text = text.replace(letter, other)
    return text.lower()


class Layers:
    """What the page should show, read from the layers."""

    def __init__(self, folder):
        self.events = features(folder, "events")
        self.areas = {f["id"] for f in features(folder, "event_areas")}

    def located(self, event):
        if event["geometry"]:
            return "point"
        return "area" if event["id"] in self.areas else "none"

    @staticmethod
    def span(event):
        first, last = event["properties"]["date_start"], event["properties"]["date_end"]
        return first or last, last or first

    def count(self, test):
        chosen = [event for event in self.events if test(event)]
        kinds = [self.located(event) for event in chosen]
        return [len(chosen), kinds.count("point"), kinds.count("area"), kinds.count("none")]


def shown(page):
    return page.evaluate(
        "(d => [d.shown, d.points, d.areas, d.nowhere].map(Number))(document.getElementById('count').dataset)")


def go(page, state):
    """Puts a state behind the # of the address and waits until the page has taken it over."""
    page.evaluate(f"location.hash = {json.dumps(state)}")
    page.evaluate("new Promise(done => setTimeout(done, 30))")


def judge_states(page, layers):
    """Every filter by the address, against the same question to the layers."""
    properties = lambda event: event["properties"]
    same(shown(page), layers.count(lambda e: True), "events without a filter")
    states = [({}, lambda e: True)]
    for name in sorted({properties(e)["event_type"] for e in layers.events}):
        states.append(({"type": name}, lambda e, name=name: properties(e)["event_type"] == name))
    for kind in ["point", "area", "none"]:
        states.append(({"located": kind}, lambda e, kind=kind: layers.located(e) == kind))
    for territory in sorted({t for e in layers.events for t in properties(e)["territory_ids"]}):
        states.append(({"territory": territory},
                       lambda e, t=territory: t in properties(e)["territory_ids"]))
    states.append(({"territory": "any"}, lambda e: bool(properties(e)["territory_ids"])))
    states.append(({"territory": "none"}, lambda e: not properties(e)["territory_ids"]))
    states.append(({"territory": "inside"}, lambda e: properties(e)["territory_status"] == "inside"))
    days = sorted({day for e in layers.events for day in layers.span(e) if day})
    for first, last in [(days[len(days) // 4], days[-1]), (days[0], days[len(days) // 2]),
                        (days[len(days) // 3], days[2 * len(days) // 3])]:
        states.append(({"from": first, "to": last},
                       lambda e, a=first, b=last: (a <= days[0] and b >= days[-1]) or (
                           layers.span(e)[0] is not None and layers.span(e)[0] <= b and layers.span(e)[1] >= a)))
    for event in layers.events[:6]:
        name = properties(event)["location_ar"] or properties(event)["location"]
        if not name:
            continue
        fields = ["location", "location_ar", "location_ckb", "country", "admin1", "admin2", "admin3", "actor1_name",
                  "actor2_name", "event_type", "sub_event_type", "quote", "notes", "id"]
        lists = ["sources", "territory_names"]

        def mentions(e, word=folded(name)):
            texts = [properties(e)[f] or "" for f in fields] + [t for f in lists for t in properties(e)[f]]
            return any(word in folded(text) for text in texts)

        states.append(({"q": name}, mentions))
    first = properties(layers.events[0])["event_type"]
    states.append(({"type": first, "located": "area", "territory": "any"},
                   lambda e: properties(e)["event_type"] == first and layers.located(e) == "area"
                   and properties(e)["territory_ids"]))
    states.append(({"type": "nothing"}, lambda e: False))
    told = 0
    for parts, test in states:
        state = "#" + urllib.parse.urlencode(parts)
        go(page, state)
        wanted = layers.count(test)
        told += wanted[0]
        same(shown(page), wanted, "events at", state)
        rows = page.evaluate("document.querySelectorAll('#rows .row').length")
        same(rows, min(50, wanted[0]), "rows of the list at", state)
        on_map = page.evaluate("page.marks.sites.reduce((sum, site) => sum + site.events.length, 0)")
        same(on_map, wanted[1] + wanted[2], "events drawn at", state)
        in_groups = page.evaluate("page.marks.clusters.reduce((sum, group) => sum + group.count, 0)")
        same(in_groups, on_map, "events in groups at", state)
    check(told > len(layers.events), "the filters find nothing: the states say little")
    go(page, "#")
    same(shown(page), layers.count(lambda e: True), "events after the filters were taken back")


def judge_grouping(page):
    """At every zoom each event is in one group, and no two groups of a kind are nearer than they touch."""
    for zoom in range(3, 15):
        result = page.evaluate(f"""(() => {{
          const groups = clustersOf(page.marks.sites, {zoom}, CLUSTER_RADIUS);
          const keys = groups.flatMap(group => group.sites.map(site => site.key));
          return [new Set(keys).size === keys.length, keys.length === page.marks.sites.length,
                  groups.every(group => group.sites.every(site => site.isArea === group.isArea))];
        }})()""")
        same(result, [True, True, True], "groups at zoom", zoom)


def judge_keyboard(page, layers):
    """A mark, its details, and back, without a pointer."""
    places = [tuple(e["geometry"]["coordinates"]) for e in layers.events if e["geometry"]]
    alone = [place for place in places if places.count(place) == 1]
    check(alone, "there is no event that stands alone: the keyboard was not tried")
    if not alone:
        return
    go(page, f"#located=point&view=14/{alone[0][1]}/{alone[0][0]}")
    check(page.wait("document.querySelectorAll('.mark').length > 0", 5), "no mark is drawn")
    unnamed = page.evaluate(
        "[...document.querySelectorAll('.mark')].filter(m => m.getAttribute('role') !== 'button' || m.tabIndex !== 0"
        " || !m.getAttribute('aria-label')).length")
    same(unnamed, 0, "marks that no keyboard reaches or that have no name")
    # A single event opens; hovering and focus show its area.
    page.evaluate("document.querySelector('.mark .dot').closest('.mark').focus()")
    check(page.evaluate("page.marks.hover.getLayers().length") > 0, "focus does not show the area")
    page.press("Enter", text="\r")
    check(page.wait("document.querySelector('.window [role=dialog]')", 5), "Enter does not open the details")
    same(page.evaluate("document.activeElement.tagName"), "H3", "focus in the details")
    open_now = page.evaluate("[page.popup.event.id, new URLSearchParams(location.hash.slice(1)).get('event')]")
    same(open_now[1], open_now[0], "the event in the address")
    page.press("Escape")
    check(page.wait("!document.querySelector('.window [role=dialog]')", 5), "Escape does not close the details")
    check(page.evaluate("document.activeElement.classList.contains('mark')"), "the focus does not come back to the mark")
    same(page.evaluate("new URLSearchParams(location.hash.slice(1)).get('event')"), None, "the event in the address, closed")
    # Arrow keys move the map, and the address follows.
    go(page, "#view=9/34.6/45.0")
    page.evaluate("document.getElementById('map').focus()")
    page.press("ArrowRight")
    check(page.wait("page.map.getCenter().lng > 45.05 && !page.map._animatingZoom", 5), "an arrow key does not move the map")
    check(page.wait("Number(location.hash.split('%2F').pop()) > 45.05", 5), "the address does not follow the map")
    # The list leads to the same details.
    go(page, "#")
    page.evaluate("document.querySelector('#rows .row').focus()")
    page.press("Enter", text="\r")
    check(page.wait("document.querySelector('.details')", 5), "a row of the list does not open the details")


def judge_names(page):
    """What assistive programs are told: everything that can be used has a name."""
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.call("Accessibility.enable")
    used = {"button", "checkbox", "slider", "combobox", "searchbox", "link", "textbox", "DisclosureTriangle"}
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    roles = {}
    for node in nodes:
        role = node.get("role", {}).get("value")
        if node.get("ignored") or role not in used:
            continue
        roles[role] = roles.get(role, 0) + 1
        check(node.get("name", {}).get("value", "").strip(), "a", role, "without a name")
    for role, least in [("checkbox", 4), ("slider", 2), ("combobox", 2), ("searchbox", 1), ("button", 5)]:
        check(roles.get(role, 0) >= least, "only", roles.get(role, 0), role, "in the tree of names")
    live = page.evaluate("document.getElementById('count').getAttribute('aria-live')")
    same(live, "polite", "the count is told")


def luminance(color):
    parts = [int(part) / 255 for part in color[color.index("(") + 1:-1].split(",")[:3]]
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def judge_contrast(page):
    """Text of panels on white: at least 4.5 to 1 (WCAG 2.1 AA)."""
    for chosen in ["#count", "#filters legend", ".row .day", ".row .harm", "#about", "#legend .note", ".details dt",
                   ".details a", ".name.town span", ".name.country span", "#reset"]:
        color = page.evaluate(
            f"(n => n && getComputedStyle(n).color)(document.querySelector({json.dumps(chosen)}))")
        if color:
            ratio = 1.05 / (luminance(color) + 0.05)
            # Names of countries are large and stand on the gray around the country.
            check(ratio >= 4.5, "contrast of", chosen, round(ratio, 2))


def judge_details(page, layers):
    """Each event's details: words in their direction, links only to the web."""
    for event in layers.events:
        got = page.evaluate(f"""(() => {{
          const box = detailsOf(page.data.byID.get({json.dumps(event['id'])}), page.data);
          document.body.append(box);
          const quote = box.querySelector('blockquote');
          const result = [quote && quote.textContent, quote && getComputedStyle(quote).direction,
            [...box.querySelectorAll('a')].map(a => [a.getAttribute('href'), a.rel])];
          box.remove();
          return result;
        }})()""")
        p = event["properties"]
        same(got[0], p["quote"], "quote of", event["id"])
        if p["quote"]:
            same(got[1], "rtl" if p["lang"] in ("ar", "ckb") else "ltr", "direction of", event["id"])
        same(got[2], [[url, "noopener noreferrer"] for url in p["urls"]], "links of", event["id"])


def judge(folder):
    layers = Layers(folder)
    with driver.Browser() as browser:
        page = browser.open(f"{folder}/map.html")
        same(page.evaluate("document.documentElement.dataset.faults"), "0", "faults at the start")
        check(page.evaluate("page.base.bounds.isValid()"), "no outline is drawn")
        judge_states(page, layers)
        judge_grouping(page)
        judge_keyboard(page, layers)
        judge_details(page, layers)
        judge_names(page)
        judge_contrast(page)
        # The same by the address of a new page, as a link that was sent.
        day = max(d for e in layers.events for d in layers.span(e) if d)
        other = browser.open(f"{folder}/map.html", f"#from={day}&event={layers.events[-1]['id']}")
        same(shown(other)[0], layers.count(lambda e: (layers.span(e)[1] or "") >= day)[0], "events of a link")
        for one in (page, other):
            same(one.complaints, [], "the console")
            same(one.requests, [], "requests")
            same(one.evaluate("document.documentElement.dataset.faults"), "0", "faults at the end")


def judge_hostile(path):
    """Nothing of the data runs, becomes markup or a link to anything but the web."""
    with driver.Browser() as browser:
        page = browser.open(path)
        count = page.evaluate("page.data.events.length")
        check(count > 0, "there are no events to look at")
        opened = page.evaluate("""(async () => {
          let opened = 0;
          for (const event of page.data.events) {
            page.openFromList(event, null);
            document.body.append(detailsOf(event, page.data));
            opened += 1;
          }
          page.map.setZoom(14, { animate: false });
          page.marks.show(page.shown);
          for (const mark of document.querySelectorAll('.mark')) mark.click();
          await new Promise(done => setTimeout(done, 200));
          return opened;
        })()""")
        same(opened, count, "events opened")
        same(page.evaluate("String(window.hacked)"), "undefined", "a text of the data ran")
        same(page.evaluate("document.querySelectorAll('script').length"), 4, "scripts")
        same(page.evaluate("document.querySelectorAll('img, iframe, object, embed, svg, link, base').length"), 0,
             "elements that the page does not make")
        odd = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.protocol)"
                            ".filter(p => p !== 'http:' && p !== 'https:')")
        # Leaflet's buttons are links to nowhere.
        same([p for p in odd if p != "file:"], [], "links to something else")
        handlers = page.evaluate("[...document.querySelectorAll('*')].filter(n => [...n.attributes].some("
                                 "a => a.name.startsWith('on'))).length")
        same(handlers, 0, "attributes that run")
        # The guard is there: markup of a text is refused.
        refused = page.evaluate("""(() => {
          try { document.createElement('div').innerHTML = '<img src=x onerror="window.hacked=1">'; return false; }
          catch { return true; }
        })()""")
        check(refused, "the browser lets a script make markup of a text")
        same(page.requests, [], "requests")


def judge_empty(path):
    """A page without events draws the country and says so."""
    with driver.Browser() as browser:
        page = browser.open(path)
        same(shown(page), [0, 0, 0, 0], "events")
        check(page.evaluate("document.querySelector('#rows .empty') !== null"), "the list does not say that it is empty")
        check(page.evaluate("page.map.getBounds().contains(page.base.bounds)"), "the country is not in view")
        go(page, "#q=x&from=2020-01-01&type=Battles")
        same(page.complaints, [], "the console")


def main():
    if driver.find() is None:
        print("skipped: there is no chromium; apt-get install chromium")
        return 3
    if sys.argv[1] == "--hostile":
        judge_hostile(sys.argv[2])
    elif sys.argv[1] == "--empty":
        judge_empty(sys.argv[2])
    else:
        judge(sys.argv[1])
    for fault in faults[:40]:
        print(fault)
    if not faults:
        print(f"{sys.argv[-1]}: a browser finds nothing")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
