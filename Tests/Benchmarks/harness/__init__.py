"""Runs commands, measures their process trees and prints what was measured."""
