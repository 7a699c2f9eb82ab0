"""Picture files (图片): checks each when it is read, and gives its encoded pixels when a renderer needs them.

JPEG and PNG files are read here by their headers; Pillow is loaded only for files that must be decoded.
"""

from bulletin_layout.pictures.files import PictureFile, picture_file
from bulletin_layout.pictures.fitting import PressPictures
from bulletin_layout.pictures.open import most_ink, open_picture, prepared
from bulletin_layout.pictures.picture import EncodedPicture, Picture, PictureError, channels
from bulletin_layout.pictures.pixels import Pixels, png_file, row_size
from bulletin_layout.pictures.plate import Plate
from bulletin_layout.pictures.profiles import (
    CONDITIONS,
    FOGRA39,
    FOGRA47,
    IFRA26,
    SRGB,
    Paper,
    Profile,
    ProfileError,
    built_in,
    open_profile,
)
from bulletin_layout.pictures.raster import ContactSheet, Transforms, can_convert, converted_colours, read_plate
from bulletin_layout.pictures.use import Use

__all__ = [
    "CONDITIONS",
    "FOGRA39",
    "FOGRA47",
    "IFRA26",
    "SRGB",
    "ContactSheet",
    "EncodedPicture",
    "Paper",
    "Picture",
    "PictureError",
    "PictureFile",
    "Pixels",
    "Plate",
    "PressPictures",
    "Profile",
    "ProfileError",
    "Transforms",
    "Use",
    "built_in",
    "can_convert",
    "channels",
    "converted_colours",
    "most_ink",
    "open_picture",
    "open_profile",
    "picture_file",
    "png_file",
    "prepared",
    "read_plate",
    "row_size",
]
