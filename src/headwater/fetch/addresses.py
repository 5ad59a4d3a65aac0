"""Which network addresses may be reached: public ones, and networks the user named.

A page or feed may name any address. What it names is resolved first and judged as a number, so that every notation of one
(decimal, octal, hexadecimal, fullwidth digits, a name that resolves to it) is judged alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are an IPv4 address. (64:ff9b:1::/48, for local use, is not public at all.)"""
COMPATIBLE = IPv6Network("::/96")
"""RFC 4291, deprecated: the last 32 bits are an IPv4 address."""


def may_reach(address: str, networks: Iterable[str] = ()) -> bool:
    """Whether an address, written as a number, is public or lies in one of ``networks`` (CIDR)."""
    number = ip_address(address.partition("%")[0])
    return is_public(number) or any(number in ip_network(network) for network in networks)


def is_public(address: Address) -> bool:
    """Whether an address is reached over the public internet; one that wraps another is judged by both."""
    if isinstance(address, IPv6Address):
        inner = unwrap(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local or address.teredo:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def unwrap(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside an IPv4-mapped, 6to4, NAT64 or IPv4-compatible one."""
    if address in NAT64 or (address in COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
