"""Addresses -> bytes and reports: only public hosts, within limits of size and time, at the pace robots.txt asks for."""
