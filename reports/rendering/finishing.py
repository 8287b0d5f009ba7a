"""The last touches to a printed PDF: PDF/A-3a and PDF/UA-1 at once, small, swift.

WeasyPrint writes one of the two at a time (version 70), and asks viewers to smooth
images, which PDF/A forbids.
"""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pydyf

ACCESSIBLE = b"""<rdf:Description rdf:about=""
  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


# Twice as fast as the usual level, and a thirtieth larger.
pikepdf.settings.set_flate_compression_level(4)


def conform(_document: object, pdf: pydyf.PDF) -> None:
    """Complete a PDF/A-3a before it is written: WeasyPrint calls this "finisher"."""
    metadata = object_of(pdf, pdf.catalog["Metadata"])
    before, end, after = b"".join(metadata.stream).partition(b"</rdf:RDF>")
    metadata.stream = [before, ACCESSIBLE, end, after]
    for image in pdf.objects:
        if isinstance(image, pydyf.Stream) and "Interpolate" in image.extra:
            image.extra["Interpolate"] = "false"
    if "AF" in pdf.catalog:
        # WeasyPrint names each attachment twice.
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def object_of(pdf: pydyf.PDF, reference: bytes) -> Any:
    """Return the object that a reference names."""
    return pdf.objects[int(reference.split()[0])]


def compressed(content: bytes) -> bytes:
    """Return a PDF compressed, and such that its first page shows while it loads.

    What nothing refers to is left out; the same PDF gives the same bytes.
    """
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(
            target,
            linearize=True,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    # Where a stream happens to end in a carriage return, its last byte and the line
    # feed that follows it can be taken for one end of a line, and the stream for one
    # that is shorter than it says.
    return target.getvalue().replace(b"\r\nendstream", b"\r\rendstream")
