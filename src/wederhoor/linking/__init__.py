"""Joining the mentions of many reports into events: block, compare, cluster; every join explained."""

from wederhoor.linking.linker import link

__all__ = ["link"]
