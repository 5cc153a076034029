#!/usr/bin/env python3
"""Measures the HTML map with many events: writing it, and opening and filtering it in a real browser.

    Benchmarks/map_html.py [PROGRAM] [EVENTS] [KEEP]

Prints one JSON object a line; nothing is asserted. The events are those of docs/sample with other days and
places, the same bytes for the same number. KEEP is a folder to leave the page in.
"""
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "Tools"))
import browser as driver

RUNS = 5


def sample(layer):
    with open(f"{ROOT}/docs/sample/{layer}.geojson", encoding="utf-8") as file:
        return json.load(file)["features"]


def towns():
    with open(f"{ROOT}/gazetteer/places.tsv", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    head = rows[0]
    rows = [dict(zip(head, row)) for row in rows[1:]]
    return [(float(r["lon"]), float(r["lat"])) for r in rows if r["pid"].startswith("iq-")]


def circle(longitude, latitude, km):
    ring = []
    for turn in range(64):
        angle = 2 * math.pi * turn / 64
        ring.append([round(longitude + km / 111.2 / math.cos(math.radians(latitude)) * math.cos(angle), 7),
                     round(latitude + km / 111.2 * math.sin(angle), 7)])
    return {"type": "Polygon", "coordinates": [ring + ring[:1]]}


def generate(folder, count):
    """A few towns have most of the news; a quarter of the events are only known to be in an area."""
    chance = random.Random(7)
    patterns = sample("events")
    shapes = [f["geometry"] for f in sample("event_areas") if len(json.dumps(f["geometry"])) > 3000]
    places = towns()
    chance.shuffle(places)
    events, areas = [], []
    for number in range(count):
        pattern = chance.choice(patterns)
        properties = dict(pattern["properties"])
        day = f"{chance.randint(2015, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        place = places[min(int(chance.paretovariate(0.6)) - 1, 1999)]
        properties.update(id=f"ev-{number:016x}", date_start=day, date_end=day, date_precision="day")
        if chance.random() < 0.05:
            properties.update(date_start=None, date_end=None)
        is_area = chance.random() < 0.25
        shape = chance.choice(shapes) if is_area else circle(*place, 4)
        geometry = None if is_area else {"type": "Point", "coordinates": list(place)}
        events.append({"type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties})
        areas.append({"type": "Feature", "id": properties["id"], "geometry": shape, "properties": {"id": properties["id"]}})
    events.sort(key=lambda e: e["properties"]["date_start"] or "9")
    for name, layer in [("events", events), ("event_areas", areas)]:
        with open(f"{folder}/{name}.geojson", "w", encoding="utf-8") as file:
            json.dump({"type": "FeatureCollection", "features": layer}, file, ensure_ascii=False)


def show(name, seconds, **more):
    seconds = sorted(seconds)
    print(json.dumps({"benchmark": name, **more, "runs": len(seconds), "seconds_least": round(seconds[0], 3),
                      "seconds_median": round(seconds[len(seconds) // 2], 3)}), flush=True)


# From an event until the browser has painted what came of it: two frames later all is on the screen.
PAINTED = """new Promise(done => {
  const start = performance.now();
  ACT
  const look = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  WAIT;
})"""


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ".build/release/marsad"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
    with tempfile.TemporaryDirectory() as work:
        folder = sys.argv[3] if len(sys.argv) > 3 else work
        os.makedirs(folder, exist_ok=True)
        generate(folder, count)
        path = f"{folder}/map.html"
        seconds = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([program, "render", folder, "-o", path, "-q", "--gazetteer", f"{ROOT}/gazetteer"], check=True)
            seconds.append(time.perf_counter() - start)
        show("render", seconds, events=count, megabytes=round(os.path.getsize(path) / 1e6, 1))
        if driver.find() is None:
            print("skipped: there is no chromium", file=sys.stderr)
            return
        loads, ready, memory = [], [], 0
        times = {}
        for _ in range(RUNS):
            with driver.Browser() as browser:
                page = browser.open(path)
                loads.append(page.evaluate("performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart") / 1000)
                page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
                ready.append(page.evaluate("performance.now()") / 1000)
                memory = page.evaluate("performance.memory.usedJSHeapSize") / 1e6

                def act(name, code, wait="look()"):
                    took = page.evaluate(PAINTED.replace("ACT", code).replace("WAIT", wait))
                    times.setdefault(name, []).append(took / 1000)

                act("filter by type", "document.querySelector('#types input').click();")
                act("filter by territory", "const t = document.getElementById('territory'); t.value = 'any';"
                    "t.dispatchEvent(new Event('change'));")
                act("reset", "document.getElementById('reset').click();")
                # A slider and the search wait 60 ms for the hand to rest: counted.
                wait = "setTimeout(look, 61)"
                act("first search", "const s = document.getElementById('search'); s.value = 'خانقين';"
                    "s.dispatchEvent(new Event('input'));", wait)
                act("search again", "const s = document.getElementById('search'); s.value = 'police';"
                    "s.dispatchEvent(new Event('input'));", wait)
                act("reset", "document.getElementById('reset').click();")
                act("date slider", "const f = document.getElementById('from'); f.value = Number(f.min) + 900;"
                    "f.dispatchEvent(new Event('input'));", wait)
                act("reset", "document.getElementById('reset').click();")
                act("zoom in by two", "page.map.setZoom(page.map.getZoom() + 2, { animate: false });")
        show("load to DOMContentLoaded", loads, events=count)
        show("load to the first picture", ready, events=count, heap_mb=round(memory, 1))
        for name, seconds in times.items():
            show(name, seconds, events=count)


if __name__ == "__main__":
    main()
