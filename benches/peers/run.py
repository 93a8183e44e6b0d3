#!/usr/bin/env python3
"""Measures `timeline annotate` beside chrono-node and dateparser's search, on the same articles in one run.

    benches/peers/run.py [MEGABYTES]

Installs both under target/peers (npm and pip are needed), builds the command and the corpus in release, and prints
characters a second and two ratios: of `timeline` on one thread, as the peers run, and of `timeline` as it runs by default,
on all cores. The peers are timed without their start and after a first call; `timeline` as a whole process, start,
reading and writing included. dateparser takes the first hundredth of the articles, or it would take hours. Exits with 1
where one of them has hardly found a date: then it did not do the work.
"""

import json
import pathlib
import subprocess
import sys
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PEERS = ROOT / "target" / "peers"
RELEASE = ROOT / "target" / "release"

# Fewer dates than this in a thousand characters and the work was not done; the corpus holds about three.
PLAUSIBLE = 1.0

# How `timeline` is run: what each row is called, and what it is told.
OURS = {"timeline, 1 thread": ["--threads", "1"], "timeline, all cores": []}


def main():
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 20
    install()
    articles = subprocess.run([RELEASE / "corpus", str(megabytes)], check=True, capture_output=True).stdout
    lines = articles.splitlines(keepends=True)
    few = lines[: max(1, len(lines) // 100)]
    node, python = ["node", PEERS / "chrono.mjs"], [PEERS / "venv" / "bin" / "python", HERE / "dateparser_search.py"]
    file = PEERS / "articles.jsonl"
    file.write_bytes(articles)
    rows = [(name, *annotate(file, threads), characters(lines)) for name, threads in OURS.items()]
    rows.append(("chrono-node", *peer(node, lines), characters(lines)))
    rows.append(("dateparser", *peer(python, few), characters(few)))
    return report(rows)


def install():
    PEERS.mkdir(parents=True, exist_ok=True)
    build = ["cargo", "build", "--release", "--quiet", "-p", "timeline-cli", "-p", "timeline-bench"]
    subprocess.run(build, check=True, cwd=ROOT)
    for file in ["package.json", "chrono.mjs"]:
        (PEERS / file).write_bytes((HERE / file).read_bytes())
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], check=True, cwd=PEERS)
    if not (PEERS / "venv").exists():
        venv.create(PEERS / "venv", with_pip=True)
    pip = [PEERS / "venv" / "bin" / "pip", "install", "--quiet", "-r", HERE / "requirements.txt"]
    subprocess.run(pip, check=True)


def characters(lines):
    return sum(len(json.loads(line)["text"]) for line in lines)


def annotate(file, threads):
    """The dates that `timeline annotate` finds, and the best time of three runs."""
    best = float("inf")
    for _ in range(3):
        begin = time.perf_counter()
        command = [RELEASE / "timeline", "annotate", *threads, "--output", PEERS / "found.jsonl", file]
        subprocess.run(command, check=True)
        best = min(best, time.perf_counter() - begin)
    with open(PEERS / "found.jsonl", encoding="utf-8") as lines:
        found = sum(len(json.loads(line)["timexes"]) for line in lines)
    return found, best


def peer(command, lines):
    """The dates that a peer says it found, and its own time."""
    told = subprocess.run(command, input=b"".join(lines), check=True, capture_output=True).stdout
    result = json.loads(told)
    return result["found"], result["seconds"]


def report(rows):
    speeds = {name: count / 1e6 / seconds for name, found, seconds, count in rows}
    heads = f"{'characters':>11} {'dates':>8} {'a thousand':>10} {'seconds':>9} {'M/s':>9}"
    print(f"{'':<20} {heads}" + "".join(f" {name + ':':>22}" for name in OURS))
    idle = []
    for name, found, seconds, count in rows:
        density = found / count * 1000
        ratios = "".join(f" {speeds[ours] / speeds[name]:>16.1f} times" for ours in OURS)
        print(f"{name:<20} {count:>11} {found:>8} {density:>10.2f} {seconds:>9.2f} {speeds[name]:>9.3f}{ratios}")
        if density < PLAUSIBLE:
            idle.append(name)
    for name in idle:
        print(f"{name}: found too few dates to have done the work", file=sys.stderr)
    return 1 if idle else 0


if __name__ == "__main__":
    sys.exit(main())
