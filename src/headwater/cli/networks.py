"""The option that opens networks of one's own to fetching."""

from __future__ import annotations

from ipaddress import ip_network

import click


def check_networks(ctx: click.Context, param: click.Parameter, networks: tuple[str, ...]) -> tuple[str, ...]:
    """The networks as given; refuses what is none."""
    for network in networks:
        try:
            ip_network(network)
        except ValueError as error:
            raise click.BadParameter(f"{error}; give one such as 10.1.0.0/16") from error
    return networks


allow_network = click.option(
    "--allow-network",
    "networks",
    multiple=True,
    callback=check_networks,
    metavar="CIDR",
    help="A network that may be reached though it is not public, such as 10.1.0.0/16.",
)
