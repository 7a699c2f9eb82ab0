"""Picture files (图片): what each is, checked once when read, and its encoded pixels when a renderer asks.

JPEG and PNG are read here, by their headers; Pillow is loaded only for files that it alone can decode.
"""

from bulletin_layout.pictures.open import open_picture, prepared
from bulletin_layout.pictures.picture import Picture, PictureError, Prepared, channels
from bulletin_layout.pictures.raster import contact_sheet, png_file

__all__ = ["Picture", "PictureError", "Prepared", "channels", "contact_sheet", "open_picture", "png_file", "prepared"]
