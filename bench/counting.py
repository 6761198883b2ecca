"""Counts one BLT file with Trame and with other programs, in turn, and prints the time and the memory of each.

    cargo build --release -p counting --example million
    target/release/examples/million write million.blt
    apt-get install belenios-tool; cargo install stv-rs
    python3 bench/counting.py target/release/examples/million million.blt

The others are Belenios (Schulze's method, in OCaml) and stv-rs (Meek's method, in Rust); one that is not installed is
left out, said aloud. Belenios reads places as JSON and stv-rs wants nicknames: the file is rewritten for them first,
and that is not measured. Unranked candidates are last there, too. Times are of the whole program, reading included.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time


def as_places(path, target):
    """Writes the ballots of a plain file (one ballot of weight one a line) as the place of each candidate."""
    with open(path, encoding="utf-8") as file, open(target, "w", encoding="utf-8") as out:
        candidates = int(next(file).split()[0])
        separator = "["
        for line in file:
            numbers = line.split()
            if numbers == ["0"]:
                break
            places = [candidates + 1] * candidates
            for place, candidate in enumerate(numbers[1:-1], 1):
                places[int(candidate) - 1] = place
            out.write(separator + json.dumps(places))
            separator = ",\n"
        out.write("]\n")


def with_nicknames(path, target):
    """Rewrites a plain file with the nicknames that stv-rs wants."""
    with open(path, encoding="utf-8") as file, open(target, "w", encoding="utf-8") as out:
        head = next(file)
        candidates = int(head.split()[0])
        out.write(head + "[nick " + " ".join(f"c{number}" for number in range(1, candidates + 1)) + "]\n")
        for line in file:
            if line == "0\n":
                out.write(line)
                break
            numbers = line.split()
            out.write(" ".join([numbers[0], *(f"c{number}" for number in numbers[1:-1]), "0"]) + "\n")
        out.writelines(file)


def measure(name, command, source=None):
    if not shutil.which(command[0]):
        print(f"{name}: LEFT OUT, {command[0]} is not installed")
        return
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=open(source, "rb") if source else subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
        output.seek(0)
        said = output.read().decode(errors="replace").strip()
    memory = usage.ru_maxrss // 1000
    cpu = usage.ru_utime + usage.ru_stime
    print(f"{name}: {elapsed:.1f} s, {cpu:.1f} s of processor, {memory} MB, ended with {os.waitstatus_to_exitcode(status)}")
    print("    " + said.replace("\n", "\n    ")[-160:])


def main():
    million, ballots = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        places = os.path.join(folder, "places.json")
        as_places(ballots, places)
        nicknames = os.path.join(folder, "nicknames.blt")
        with_nicknames(ballots, nicknames)
        measure("Trame, Schulze", [million, "schulze", "1", ballots])
        measure("Belenios, Schulze", ["belenios-tool", "method", "schulze", "--blank-allowed=true"], places)
        measure("Trame, Meek", [million, "stv-meek", "5", ballots])
        measure("stv-rs, Meek", ["stv-rs", "--arithmetic", "fixed9", "--input", nicknames, "meek"])
        measure("Trame, Scottish", [million, "stv-scottish", "5", ballots])


main()
