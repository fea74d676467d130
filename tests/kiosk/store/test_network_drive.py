"""Which paths lie on another computer's disk."""

from pathlib import Path

import pytest

from kiosk.errors import Refused
from kiosk.store.network_drive import MOUNTS, file_system_of, mounted, refuse_network_drive

LOCAL = "/dev/sda1 / ext4 rw,relatime 0 0\n"


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "afs"])
def test_a_network_drive_is_refused(kind: str):
    """The sentence names the type, so that the technician sees which mount is meant."""
    mounts = f"{LOCAL}server:/home /home {kind} rw 0 0\n"

    with pytest.raises(Refused, match=kind):
        refuse_network_drive(Path("/home/kiosk/data/kiosk.sqlite"), mounts)


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "fuseblk"])
def test_a_local_disk_is_accepted(kind: str):
    """Whatever it is formatted with."""
    refuse_network_drive(Path("/srv/kiosk.sqlite"), f"/dev/sda1 / {kind} rw 0 0\n")


def test_the_deepest_mount_decides():
    """A local disk inside a network home is local, in whichever order the mounts are listed."""
    mounts = "/dev/sdb1 /home/kiosk ext4 rw 0 0\nserver:/home /home nfs rw 0 0\n" + LOCAL

    assert "ext4" == file_system_of(Path("/home/kiosk/kiosk.sqlite"), mounts)
    assert "nfs" == file_system_of(Path("/home/ann/kiosk.sqlite"), mounts)


def test_a_mount_holds_whole_folder_names_only():
    """/home/kiosk is no part of /home/kiosk2."""
    mounts = LOCAL + "server:/k /home/kiosk nfs rw 0 0\n"

    assert "ext4" == file_system_of(Path("/home/kiosk2/kiosk.sqlite"), mounts)


def test_of_two_mounts_on_one_folder_the_later_decides():
    """It hides the earlier one."""
    mounts = LOCAL + "auto /net autofs rw 0 0\nserver:/net /net nfs4 rw 0 0\n"

    assert "nfs4" == file_system_of(Path("/net/kiosk.sqlite"), mounts)


def test_a_mount_point_with_a_space_is_understood():
    """The system writes the space as an octal escape."""
    mounts = LOCAL + r"server:/d /mnt/student\040data nfs rw 0 0"

    assert "nfs" == file_system_of(Path("/mnt/student data/kiosk.sqlite"), mounts)


def test_without_mounts_nothing_is_known():
    """A system that lists none refuses none."""
    assert file_system_of(Path("/srv/kiosk.sqlite"), "") is None


def test_the_real_list_tells_what_holds_the_process_files():
    """Where the list is read from is itself mounted and listed, in a chroot too."""
    assert "proc" == file_system_of(MOUNTS, mounted())


def test_in_a_chroot_the_root_can_t_be_told():
    """Its list holds what was mounted inside, not what the root lies on: nothing is known, so nothing is refused."""
    mounts = "proc /proc proc rw 0 0\ntmpfs /run tmpfs rw 0 0\n"

    assert file_system_of(Path("/srv/kiosk.sqlite"), mounts) is None
    refuse_network_drive(Path("/srv/kiosk.sqlite"), mounts)
