"""``headwater follow``: keep stories as their feeds go on."""

# ruff: noqa: PLC0415 - the work is imported when the command runs, so that --help stays quick
from __future__ import annotations

import click

from headwater.cli import options
from headwater.cli.networks import allow_network

PACE = click.IntRange(min=1, max=1440)


@click.command(
    short_help="Follow feeds: fetch and add what they list, politely.",
    epilog=options.show_examples(
        "headwater follow https://harbour.example/news.rss",
        "headwater follow --once                  # one turn of all followed feeds, as cron likes it",
        "headwater follow --list",
        "headwater follow --stop https://harbour.example/news.rss",
    ),
)
@click.argument("feeds", nargs=-1, metavar="FEED…")
@click.option("--once", is_flag=True, help="Take one turn and end; without it, go on until Ctrl-C.")
@click.option("--list", "listing", is_flag=True, help="Name the followed feeds and how they do.")
@click.option("--stop", metavar="FEED", help="Follow FEED no longer; its reports stay.")
@click.option("--pause", metavar="FEED", help="Leave FEED alone until --resume.")
@click.option("--resume", metavar="FEED", help="Ask a paused or failing FEED again at the next turn.")
@click.option(
    "--every", type=PACE, default=15, show_default=True, metavar="MINUTES", help="Between two looks at a feed."
)
@allow_network
@options.store
def follow(
    feeds: tuple[str, ...],
    once: bool,
    listing: bool,
    stop: str | None,
    pause: str | None,
    resume: str | None,
    every: int,
    networks: tuple[str, ...],
    where: str | None,
) -> int:
    """Follow feeds: fetch and add what they list, politely.

    FEED is the address of an RSS or Atom feed, a news sitemap, or an index of sitemaps. It is remembered in the store;
    without any, the feeds that are followed already are asked. robots.txt is obeyed, each host is asked one thing at a
    time, and a feed that fails is asked ever later.
    """
    from headwater.cli import following

    if listing:
        return following.show_feeds(where)
    for feed, change in ((stop, following.stop), (pause, following.pause), (resume, following.resume)):
        if feed is not None:
            return change(feed, where)
    return following.run(feeds, once=once, minutes=every, networks=networks, where=where)
