"""What the scripts that measure `marsad` on lists of JSON lines have in common."""
import argparse
import json
import math
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).parent.parent


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def distance(one, other):
    """Kilometers on a sphere between two [lon, lat]: good to half a percent, which is enough for 10 and 25 km."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


class Figures(dict):
    """For each figure how often it was right, and of how many."""

    def add(self, name, right):
        row = self.setdefault(name, [0, 0])
        row[0] += bool(right)
        row[1] += 1
        return right


def ask(marsad, arguments, rows, environment=None):
    """The answers of a command that reads and writes JSON lines, in the order of the rows."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    done = subprocess.run([marsad, *arguments], input=lines.encode(), capture_output=True, env=environment)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def beyond(figures, floors):
    """The figures that lie beyond the one stated; of a key with "<=" the figure has to be small."""
    for key, stated in floors.items():
        value = figures.get(key.removesuffix(" <="), 0)
        if (value > stated) if key.endswith(" <=") else (value < stated):
            yield f"{key} {value:.3f}, stated {stated}"


def main(description, noun, measure):
    """Measures each file that is named on the command line and ends with 1 below a floor.

    `measure(args, rows)` yields the name of a figure ("kind: figure"), its value and a word on what it was counted of."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--marsad", default=".build/release/marsad")
    parser.add_argument("--gazetteer", default="gazetteer")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    stated = json.loads((ROOT / "development" / "floors.json").read_text()) if args.floors else {}
    failed = False
    for name in args.files:
        rows, figures = read(name), {}
        for figure, value, of in measure(args, rows):
            figures[figure] = (value, of)
        print(f"{pathlib.Path(name).name}: {len(rows)} {noun}")
        for figure, (value, of) in figures.items():
            print(f"  {figure:48} {value:7.3f}   {of}")
        for miss in beyond({f: value for f, (value, _) in figures.items()}, stated.get(pathlib.Path(name).name, {})):
            print(f"below the floor: {miss}")
            failed = True
    sys.exit(1 if failed else 0)
