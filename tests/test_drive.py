"""A database on a drive that others reach is warned of, and never kept in a write-ahead log."""

import pytest

from hearing.store import drive

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
//server/faelles /mnt/f\040drev cifs rw 0 0
/dev/sdb1 /home/egen ext4 rw 0 0
sshfs /mnt/fjern fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "trusted"),
    [
        ("/var/hoering.db", True),
        ("/home/anna/hoering.db", False),
        ("/home/egen/hoering.db", True),
        ("/mnt/f drev/sager/hoering.db", False),
        ("/mnt/fjern/hoering.db", False),
        ("/var/OneDrive - Region/hoering.db", False),
        ("/var/anna/Dropbox/hoering.db", False),
    ],
)
def test_the_drive_tells_whether_it_can_be_trusted(path, trusted):
    assert drive.is_trusted(path, MOUNTS) is trusted
