#!/usr/bin/env python3
"""Writes COUNT made features as GeoJSON, the same bytes for the same count.

    Benchmarks/features.py COUNT [points|polygons|sorted|lines] > FILE

`points`: a collection of points with 12 properties (Arabic and English texts, days, numbers), as
ogr2ogr writes it. `sorted`: the same with its keys in order of the alphabet, as Python writes it.
`lines`: the same, one feature a line. `polygons`: rings of 50 positions of 15 digits.
"""
import json
import math
import random
import sys

NAMES = [("خانقين", "Khanaqin"), ("بعقوبة", "Baqubah"), ("كركوك", "Kirkuk"), ("طوزخورماتو", "Tuz Khurmatu"),
         ("سنجار", "Sinjar"), ("جلولاء", "Jalawla"), ("الموصل", "Mosul"), ("مخمور", "Makhmur")]
TYPES = ["Armed clash", "Attack", "Remote explosive/landmine/IED", "Air/drone strike", "Peaceful protest"]


def point(number, chance):
    arabic, english = chance.choice(NAMES)
    killed = chance.choice([None, 0, 1, 2, 3, 12])
    return {
        "type": "Feature", "id": f"ev-{number:08x}",
        "properties": {
            "event_type": "Battles", "sub_event_type": chance.choice(TYPES), "location": english,
            "location_ar": arabic, "date_start": f"20{chance.randrange(14, 25)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
            "killed_min": killed, "radius_km": chance.choice([3.0, 5.5, 12.25]), "confidence": round(chance.random(), 3),
            "reports": chance.randrange(1, 6), "civilian_targeting": chance.random() < 0.3,
            "admin1_pcode": f"IQG{chance.randrange(1, 19):02}", "source": "made for a measurement",
        },
        "geometry": {"type": "Point", "coordinates": [round(chance.uniform(39, 48), 6), round(chance.uniform(30, 37), 6)]},
    }


def polygon(number, chance):
    x, y, radius = chance.uniform(39, 48), chance.uniform(30, 37), chance.uniform(0.01, 0.5)
    ring = [[x + radius * math.cos(math.tau * step / 49), y + radius * math.sin(math.tau * step / 49)] for step in range(49)]
    return {"type": "Feature", "properties": {"id": number, "name": "area"}, "geometry": {"type": "Polygon", "coordinates": [ring + ring[:1]]}}


count = int(sys.argv[1])
kind = sys.argv[2] if len(sys.argv) > 2 else "points"
chance = random.Random(count)
make = polygon if kind == "polygons" else point
write = sys.stdout.write
if kind == "lines":
    for number in range(count):
        write(json.dumps(make(number, chance), ensure_ascii=False, separators=(",", ":")) + "\n")
else:
    order = kind == "sorted"
    write('{"features": [\n' if order else '{\n"type": "FeatureCollection",\n"name": "made",\n"features": [\n')
    for number in range(count):
        write((",\n" if number else "") + json.dumps(make(number, chance), ensure_ascii=False, sort_keys=order))
    write('\n], "type": "FeatureCollection"}\n' if order else "\n]\n}\n")
