"""PNG and JPEG read as pictures both formats can show, without anything but what is seen; others are refused in words."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from generator.errors import Findings
from generator.notation.media import read_media
from generator.notation.pictures import ENOUGH, LARGEST, Raster, read_raster, reduced

SECRET = b"secret place"


def scene(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Brighter to the right, so that it is seen which way up it is."""
    grey = Image.linear_gradient("L").rotate(90).resize((width, height))
    return Image.merge("RGB", (grey, grey.point(lambda v: 255 - v), grey)).convert(mode)


def saved(image: Image.Image, format: str, **how: object) -> bytes:
    held = BytesIO()
    image.save(held, format, **how)
    return held.getvalue()


def camera(turned: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = turned, SECRET.decode()
    exif.get_ifd(0x8825)[1] = SECRET.decode()
    return exif


def read(data: bytes, name: str = "a.png") -> tuple[Raster | None, list[str]]:
    findings = Findings()
    found = read_raster(data, f"content/media/{name}", findings)
    assert all(d.span.path == f"content/media/{name}" and d.hint for d in findings.items)
    return found, [f"{d.code} {d.message}" for d in findings.items]


def good(data: bytes) -> tuple[Raster, Image.Image]:
    found, findings = read(data)
    assert findings == []
    assert found is not None
    image = Image.open(BytesIO(found.data))
    image.load()
    assert image.size == (found.width, found.height)
    return found, image


PNG, JPG = saved(scene(), "PNG"), saved(scene(), "JPEG")


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"", "C040 'content/media/a.png' is no PNG or JPEG, it holds nothing"),
        (b"just words\n", "C040 'content/media/a.png' is no PNG or JPEG, it holds text"),
        (b"%PDF-1.7", "C040 'content/media/a.png' is no PNG or JPEG, it holds a PDF"),
        (saved(scene(), "GIF"), "C040 'content/media/a.png' is no PNG or JPEG, it holds a GIF"),
        (b"<svg/>", "C040 'content/media/a.png' is no PNG or JPEG, it holds markup, perhaps an SVG"),
        (PNG[: len(PNG) // 2], "C040 'content/media/a.png' is cut short or damaged"),
        (PNG[:40], "C040 'content/media/a.png' is cut short or damaged"),
        (JPG[: len(JPG) // 2], "C040 'content/media/a.png' is cut short or damaged"),
        (JPG[:20], "C040 'content/media/a.png' is cut short or damaged"),
        (PNG[:16] + bytes(8) + PNG[24:], "C040 'content/media/a.png' is cut short or damaged"),
        (PNG + bytes(LARGEST), "C008 'content/media/a.png' has 20,000,"),
        (PNG[:16] + (20_001).to_bytes(4) + PNG[20:], "C008 'content/media/a.png' has 20,001 x 40 pixels"),
        (PNG[:16] + (9_000).to_bytes(4) * 2 + PNG[24:], "C008 'content/media/a.png' has 9,000 x 9,000 pixels"),
        (saved(scene(), "PNG", save_all=True, append_images=[scene().rotate(90)]), "C041 'content/media/a.png' is animated"),
        (saved(scene(mode="CMYK"), "JPEG"), "C041 'content/media/a.png' is a CMYK picture"),
    ],
)
def test_what_is_no_usable_picture_is_told(data: bytes, finding: str) -> None:
    found, findings = read(data)
    assert found is None
    assert len(findings) == 1
    assert findings[0].startswith(finding)


@pytest.mark.parametrize(("name", "code"), [("a.gif", "C040"), ("a", "C040"), ("a.svg", "C042"), ("a.jpeg", "")])
def test_the_end_of_a_file_s_name_says_what_is_looked_for(name: str, code: str) -> None:
    findings = Findings()
    assert bool(read_media(JPG, name, findings)) is not bool(code)
    assert [d.code for d in findings.items] == ([code] if code else [])


def test_a_plain_picture_stays_as_it_is() -> None:
    for data in (PNG, JPG):
        found, image = good(data)
        assert image.tobytes() == Image.open(BytesIO(data)).tobytes()
        assert len(found.data) <= len(data)


@pytest.mark.parametrize("turned", range(1, 9))
def test_pictures_are_upright_and_carry_no_word_of_the_camera(turned: int) -> None:
    upright = {1: (60, 40), 2: (60, 40), 3: (60, 40), 4: (60, 40)}.get(turned, (40, 60))
    found, image = good(saved(scene(), "JPEG", exif=camera(turned), comment=SECRET))
    assert image.size == upright
    assert SECRET not in found.data
    assert not image.getexif()
    left, right = (image.getpixel((x, 20))[0] for x in (2, image.width - 3))
    if turned in (1, 3):
        assert (left > right) is (turned == 3)


def test_words_profiles_and_what_follows_the_end_are_left_out() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_itxt("Place", SECRET.decode())
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for format, how in (("PNG", {"pnginfo": notes, "exif": camera()}), ("JPEG", {"exif": camera()})):
        found, image = good(saved(scene(), format, icc_profile=srgb, **how) + SECRET)
        assert SECRET not in found.data
        assert not {"icc_profile", "exif", "comment", "Author"} & set(image.info)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_pngs_of_every_colouring_stay_what_they_are(mode: str) -> None:
    _, image = good(saved(scene(mode=mode), "PNG"))
    assert image.mode == mode


def test_sixteen_bits_become_eight() -> None:
    deep = Image.new("I;16", (3, 1))
    for x, value in enumerate((0, 32_896, 65_535)):
        deep.putpixel((x, 0), value)
    _, image = good(saved(deep, "PNG"))
    assert (image.mode, image.tobytes()) == ("L", b"\x00\x80\xff")


def test_a_profile_of_other_colours_is_applied() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (b"no profile", lab):
        good(saved(scene(), "JPEG", icc_profile=profile))


def test_no_picture_is_larger_than_any_page_needs() -> None:
    for format in ("PNG", "JPEG"):
        found, _ = good(saved(scene(5000, 100), format))
        assert found.width == ENOUGH


@pytest.mark.parametrize("make", [lambda: scene(900, 600), lambda: scene(900, 600, "RGBA"), lambda: scene(900, 600, "P")])
def test_reducing_gives_the_same_bytes_each_time_and_never_more_of_them(make: Callable[[], Image.Image]) -> None:
    found, _ = good(saved(make(), "PNG"))
    small = reduced(found, 200)
    reduced.cache_clear()
    assert small == reduced(found, 200)
    assert len(small.data) <= len(found.data)
    assert reduced(found, 800) is found


@given(st.binary(max_size=60), st.integers(0, len(JPG)), st.sampled_from([PNG, JPG]))
def test_damage_is_told_or_seen_but_never_a_crash(noise: bytes, at: int, data: bytes) -> None:
    found, findings = read(data[:at] + noise + data[at + len(noise) :])
    assert (found is None) is bool(findings)
