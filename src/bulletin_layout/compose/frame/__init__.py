"""What a page is laid on (版面骨架): its grid, the seats and threads of its slots, rules and small texts as marks."""
