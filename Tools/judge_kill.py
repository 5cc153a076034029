#!/usr/bin/env python3
"""Kills `marsad map --append` at random instants and looks at what is left.

    Tools/judge_kill.py PROGRAM [COUNT]        default 200

Each time a folder that holds a few reports gets others and the run is killed (-9), at instants drawn with a fixed
seed: half of them over the time that a whole run takes, half within a few milliseconds after one of the files was put
in its place: the first, the one before the store, the store itself. Then the store must open, be sound, and hold the documents of before
or of after, each with all its events; and a second run must complete it to the same rows as a run that
nobody killed, and leave nothing beside. Ends with 1 and says why when it does not.
"""
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

program = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
root = pathlib.Path(__file__).resolve().parent.parent
seeds = sorted(str(path) for path in (root / "seeds").iterdir() if path.suffix in (".txt", ".jsonl", ".html", ".csv"))
earlier, later = seeds[: len(seeds) // 3], seeds
command = [program, "map", *later, "--append", "-q", "--gazetteer", str(root / "gazetteer"), "-o"]
work = pathlib.Path(tempfile.mkdtemp(prefix="judge-kill-"))


def rows(path):
    """Every row of every table, after SQLite has looked at all of the file."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity_check"
    tables = [name for name, in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree%' ORDER BY name")]
    for name, in database.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%USING rtree%'"):
        assert database.execute(f"SELECT rtreecheck('{name}')").fetchone() == ("ok",), name
    found = {name: database.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall() for name in tables}
    database.close()
    return found


def run(folder):
    process = subprocess.run([*command, str(folder)], capture_output=True, text=True)
    assert process.returncode == 0, process.stderr


first = work / "first"
subprocess.run(
    [program, "map", *earlier, "-q", "--gazetteer", str(root / "gazetteer"), "-o", str(first)], check=True)
whole = work / "whole"
shutil.copytree(first, whole)
start = time.monotonic()
run(whole)
length = time.monotonic() - start
before, after = rows(first / "events.gpkg"), rows(whole / "events.gpkg")
names = sorted(os.listdir(whole))
assert len(before["reports"]) < len(after["reports"])

def wait_for(path, process):
    """Waits until a file is another one than before, or the run has ended."""
    before = path.stat().st_ino
    while process.poll() is None and path.stat().st_ino == before:
        time.sleep(0.0002)


chance = random.Random(5)
outcomes = {"before": 0, "after": 0, "ended": 0}
for number in range(count):
    after_file = chance.choice(["territories.geojson", "CITATION.txt", "events.gpkg"]) if number % 2 else None
    instant = chance.uniform(0, 0.01) if after_file else chance.uniform(0, 1.05) * length
    folder = work / f"{number}"
    shutil.copytree(first, folder)
    process = subprocess.Popen([*command, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if after_file:
        wait_for(folder / after_file, process)
    time.sleep(instant)
    process.send_signal(signal.SIGKILL)
    ended = process.wait() == 0
    try:
        found = rows(folder / "events.gpkg")
        assert found in (before, after), "neither the rows of before nor those of after"
        assert not ended or found == after, "the run ended and its rows are not there"
        outcomes["ended" if ended else "after" if found == after else "before"] += 1
        run(folder)
        assert rows(folder / "events.gpkg") == after, "the next run did not complete it"
        assert sorted(os.listdir(folder)) == names, f"left beside: {sorted(set(os.listdir(folder)) - set(names))}"
    except (AssertionError, sqlite3.Error) as error:
        print(f"killed {instant:.4f} s after {after_file or 'the start'} (number {number}): {error}; see {folder}")
        sys.exit(1)
    shutil.rmtree(folder)
shutil.rmtree(work)
print(f"{count} runs of {length:.2f} s killed: {outcomes['before']} left the old store, {outcomes['after']} the new one, "
      f"{outcomes['ended']} had ended; all were sound and completed by the next run")
