"""How fast the pages of a desk come: ``python benchmarks/desk_pages.py http://127.0.0.1:8765 [--readers 20] [--seconds 15]``.

The desk is one that ``headwater serve`` opened over a large store. Each reader has one connection and asks for the list, a
story or a search, at random; ``--pause`` is how long a reader looks at a page (seconds, on average), 0 asks again at once.
``--stories`` is among how many of the stories changed last readers choose. Prints the median and the 95th percentile of each.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
from collections import defaultdict
from urllib.parse import quote, urlsplit

Times = dict[str, list[float]]


async def get(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, host: str, path: str) -> bytes:
    """The body of a page; raises where it is not there."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if not head.startswith("http/1.1 200"):
        raise RuntimeError(f"{path}: {head.splitlines()[0]}")
    length = next(line for line in head.splitlines() if line.startswith("content-length:"))
    return await reader.readexactly(int(length.partition(":")[2]))


async def read(where: str, times: Times, *, seed: int, ends: float, pause: float, stories: int) -> None:
    """One reader."""
    dice, parts = random.Random(seed), urlsplit(where)
    connection = await asyncio.open_connection(parts.hostname, parts.port)
    listed = json.loads(await get(*connection, host=parts.netloc, path=f"/stories.json?limit={stories}"))["stories"]
    words = [word for story in listed for word in story["title"].split() if len(word) > 4]
    while time.monotonic() < ends:
        kind = dice.choice(("list", "story", "search"))
        path = {
            "list": "/stories",
            "story": f"/stories/{quote(dice.choice(listed)['id'], safe='')}",
            "search": f"/search?q={quote(' '.join(dice.sample(words, 2)))}",
        }[kind]
        begun = time.perf_counter()
        await get(*connection, host=parts.netloc, path=path)
        times[kind].append(time.perf_counter() - begun)
        await asyncio.sleep(dice.uniform(0, 2 * pause))


async def measure(where: str, *, readers: int, seconds: float, pause: float, stories: int) -> Times:
    """All readers at once."""
    times: Times = defaultdict(list)
    ends = time.monotonic() + seconds
    tasks = (read(where, times, seed=seed, ends=ends, pause=pause, stories=stories) for seed in range(readers))
    await asyncio.gather(*tasks)
    return times


def show(times: Times) -> None:
    """A line for each kind of page."""
    for kind, found in sorted(times.items()):
        ordered = sorted(found)
        median, late = (1000 * ordered[int(len(ordered) * share)] for share in (0.5, 0.95))
        print(f"{kind:8} {len(found):6} pages   median {median:5.0f} ms   p95 {late:5.0f} ms")


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("where", help="the address of the desk")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--pause", type=float, default=0)
    parser.add_argument("--stories", type=int, default=200)
    asked = parser.parse_args()
    show(
        asyncio.run(
            measure(asked.where, readers=asked.readers, seconds=asked.seconds, pause=asked.pause, stories=asked.stories)
        )
    )


if __name__ == "__main__":
    main()
