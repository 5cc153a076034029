#!/usr/bin/env python3
"""Makes point features as an event layer has them: COUNT of them, the same bytes for the same count.

    Benchmarks/features.py 1000000 > features.geojson

Twelve properties: texts short and long, days, whole numbers with gaps, shares, truth values. The points lie
in clusters, as events do, so that an index has something to do.
"""
import random
import sys

count = int(sys.argv[1])
chance = random.Random(11)
towns = [(chance.uniform(39, 48.5), chance.uniform(29.1, 37.3)) for _ in range(400)]
kinds = ["Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots",
         "Strategic developments"]
places = ["خانقين", "کەرکووک", "Jalawla", "Tuz Khurmatu", "الموصل", "Baghdad - Karrada"]
words = "the army said that an explosive device went off beside a patrol on the road to the village".split()

out = sys.stdout
out.write('{"type":"FeatureCollection","features":[\n')
for number in range(count):
    x, y = chance.choice(towns)
    x, y = round(x + chance.gauss(0, 0.08), 7), round(y + chance.gauss(0, 0.08), 7)
    killed = number * 7919 % 11
    start = chance.randrange(8)
    quote = " ".join(words[start:start + chance.randrange(4, 10)])
    day = f"{2014 + number % 10}-{1 + number // 10 % 12:02}-{1 + number // 120 % 28:02}"
    properties = (
        f'"id":"ev-{number:016x}","event_type":"{kinds[number % 6]}","location":"{places[number % 5]}",'
        f'"date_start":"{day}","date_end":"{day}",'
        f'"killed_min":{killed if killed < 8 else "null"},"injured_min":{number % 13},'
        f'"confidence":{number % 1000 / 1000},"territory_share":{number % 7 / 7:.6f},'
        f'"civilian_targeting":{"true" if number % 3 == 0 else "false"},'
        f'"source":"Sample Wire {number % 40}","quote":"{quote}"')
    out.write(
        f'{{"type":"Feature","properties":{{{properties}}},'
        f'"geometry":{{"type":"Point","coordinates":[{x},{y}]}}}}{"," if number + 1 < count else ""}\n')
out.write("]}\n")
