"""Writes records for people: skeletons, forms, spreadsheets; checked like all the rest."""
