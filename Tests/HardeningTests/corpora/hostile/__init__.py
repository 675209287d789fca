"""Attacks of repositories, by what they reach for."""
