"""Tests of the rules, the record and the figures."""
