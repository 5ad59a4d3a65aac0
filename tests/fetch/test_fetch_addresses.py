"""Which addresses may be reached."""

import pytest

from headwater.fetch.addresses import may_reach

PUBLIC = ("93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1")
INNER = {
    "this machine": ("127.0.0.1", "127.8.8.8", "::1", "0.0.0.0", "::"),
    "private": ("10.0.0.1", "172.16.5.4", "192.168.1.1", "fd00::1", "fec0::1"),
    "link": ("169.254.169.254", "fe80::1", "fe80::1%eth0"),
    "carrier's": ("100.64.0.1", "100.127.255.255"),
    "multicast and reserved": ("224.0.0.1", "239.1.1.1", "ff02::1", "240.0.0.1", "255.255.255.255"),
    "documentation and tests": ("192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "2001:db8::1"),
    "IPv4-mapped": ("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"),
    "IPv4-compatible": ("::127.0.0.1", "::10.0.0.1"),
    "NAT64": ("64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1"),
    "6to4": ("2002:7f00:1::1", "2002:a9fe:a9fe::1"),
    "Teredo": ("2001:0:4136:e378:8000:63bf:3fff:fdd2",),
}


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_reached(address: str) -> None:
    assert may_reach(address)


@pytest.mark.parametrize("address", [a for addresses in INNER.values() for a in addresses])
def test_inner_addresses_are_not(address: str) -> None:
    assert not may_reach(address)


def test_a_network_named_by_the_user_is_reached_and_no_other() -> None:
    assert may_reach("10.1.2.3", ["10.1.0.0/16"])
    assert not may_reach("10.2.2.3", ["10.1.0.0/16"])
