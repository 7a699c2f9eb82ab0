"""The skeleton of a page (版面骨架): seats and threads of its slots, rules, and short texts as marks."""
