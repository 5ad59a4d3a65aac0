"""The kinds of difference between reports, a file each: every one yields what two or more sides say of one thing."""
