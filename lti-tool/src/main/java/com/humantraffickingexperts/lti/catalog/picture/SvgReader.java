package com.humantraffickingexperts.lti.catalog.picture;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;

/**
 * Reads a drawing. Only what draws is allowed: nothing that runs, moves, links or loads.
 * A browser that shows a picture runs no script in it; whoever opens its address sees a
 * document, and that is what this guards.
 */
final class SvgReader {

	private static final String SVG = "http://www.w3.org/2000/svg";

	private static final String XLINK = "http://www.w3.org/1999/xlink";

	private static final String XML = "http://www.w3.org/XML/1998/namespace";

	/**
	 * Nothing that repeats other parts: a few lines of it can keep a browser busy for
	 * good.
	 */
	private static final Set<String> ELEMENTS = Set.of("svg", "g", "defs", "title", "desc", "style", "rect", "circle",
			"ellipse", "line", "polyline", "polygon", "path", "text", "tspan", "textPath", "linearGradient",
			"radialGradient", "stop", "clipPath", "marker");

	private static final int DEEPEST = 40;

	private static final int MOST_ELEMENTS = 5000;

	/** What a drawing may fetch is a part of itself. */
	private static final Pattern ADDRESS = Pattern.compile("url\\s*+\\(\\s*+[\"']?+(?!#)", Pattern.CASE_INSENSITIVE);

	private static final Pattern LOADS = Pattern
		.compile("@import|@font-face|image-set|src\\s*\\(|expression\\s*\\(|\\\\", Pattern.CASE_INSENSITIVE);

	private static final Pattern NUMBER = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)(?:px)?");

	private static final XMLInputFactory FACTORY = factory();

	private final String path;

	private final Findings findings;

	private @Nullable PictureSize size;

	private int depth;

	private int elements;

	/** The depth of the style element in which the reader is; 0 outside. */
	private int styleDepth;

	private int styleLine;

	private final StringBuilder style = new StringBuilder();

	private SvgReader(String path, Findings findings) {
		this.path = path;
		this.findings = findings;
	}

	static Optional<PictureSize> read(SourceFile file, Findings findings) {
		Optional<String> text = file.text(findings);
		if (text.isEmpty()) {
			return Optional.empty();
		}
		SvgReader reader = new SvgReader(file.path(), findings);
		try {
			reader.read(text.get());
		}
		catch (XMLStreamException ex) {
			int line = (ex.getLocation() != null) ? ex.getLocation().getLineNumber() : 1;
			reader.add(line, Rule.E014, "The drawing breaks off here: it is not well-formed XML.",
					"Save it again as plain SVG.");
		}
		catch (RuntimeException ex) {
			// Whatever the library makes of broken input must never get further than
			// here.
			reader.add(1, Rule.E014, "The drawing cannot be read.", "Save it again as plain SVG.");
		}
		return Optional.ofNullable(reader.size);
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		return factory;
	}

	private void read(String text) throws XMLStreamException {
		XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(text));
		while (xml.hasNext()) {
			int line = xml.getLocation().getLineNumber();
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> {
					element(xml);
					if (++this.depth > DEEPEST || ++this.elements > MOST_ELEMENTS) {
						add(xml.getLocation().getLineNumber(), Rule.E013, "The drawing has too many parts.",
								"Simplify it.");
						return;
					}
				}
				case XMLStreamConstants.END_ELEMENT -> {
					if (this.depth == this.styleDepth) {
						styles(this.styleLine, this.style.toString());
						this.style.setLength(0);
						this.styleDepth = 0;
					}
					this.depth--;
				}
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
					// Comments divide what a browser puts together again.
					if (this.styleDepth > 0) {
						this.style.append(xml.getText());
					}
				}
				case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> add(line, Rule.E014,
						"The drawing has a document type or an entity.", "Delete the line that begins with <!DOCTYPE.");
				case XMLStreamConstants.PROCESSING_INSTRUCTION ->
					add(line, Rule.E006, "The drawing has an instruction for programs.",
							"Delete the line that begins with <?" + xml.getPITarget() + ".");
				default -> {
				}
			}
		}
		if (this.size == null && !this.findings.block()) {
			add(1, Rule.E001, "The drawing does not say how large it is.",
					"Give the svg element a viewBox, as viewBox=\"0 0 640 480\".");
		}
	}

	private void element(XMLStreamReader xml) {
		int line = xml.getLocation().getLineNumber();
		String name = xml.getLocalName();
		if (!SVG.equals(xml.getNamespaceURI())) {
			add(line, Rule.E006, "The drawing holds " + Quoted.of(name) + ", which is not a part of SVG.",
					"Save it as plain SVG.");
		}
		else if (!ELEMENTS.contains(name)) {
			add(line, Rule.E006, "The drawing holds " + Quoted.of(name) + ", which it may not.",
					"Leave only what draws: no script, no foreign content, no picture, no link, nothing that moves or repeats itself.");
		}
		if (this.styleDepth > 0) {
			add(line, Rule.E006, "The styles of the drawing hold " + Quoted.of(name) + ".", "Write styles only.");
		}
		else if ("style".equals(name)) {
			this.styleDepth = this.depth + 1;
			this.styleLine = line;
		}
		if (this.depth == 0) {
			if (!"svg".equals(name)) {
				add(line, Rule.E006, "This is no svg picture.", "Save it again under the right ending.");
			}
			this.size = size(xml);
		}
		for (int index = 0; index < xml.getAttributeCount(); index++) {
			attribute(line, xml.getAttributeNamespace(index), xml.getAttributeLocalName(index),
					xml.getAttributeValue(index));
		}
	}

	private void attribute(int line, @Nullable String namespace, String name, String value) {
		String lower = name.toLowerCase(Locale.ROOT);
		boolean plain = namespace == null || namespace.isEmpty();
		if (!plain && !XLINK.equals(namespace) && !XML.equals(namespace)) {
			add(line, Rule.E006, "The drawing holds " + Quoted.of(name) + ", which is not a part of SVG.",
					"Save it as plain SVG.");
		}
		else if (lower.startsWith("on")) {
			add(line, Rule.E006, "The drawing holds " + Quoted.of(name) + ", which runs a script.", "Delete it.");
		}
		else if ((lower.equals("href") && !value.startsWith("#")) || lower.equals("src") || lower.equals("base")) {
			add(line, Rule.E006, "The drawing refers to " + Quoted.of(value) + ", outside of itself.", "Delete it.");
		}
		else {
			styles(line, value);
		}
	}

	private void styles(int line, String text) {
		if (ADDRESS.matcher(text).find() || LOADS.matcher(text).find()) {
			add(line, Rule.E006, "The drawing loads something, or could: " + Quoted.of(text.strip()) + ".",
					"Refer to parts of the drawing only, as url(#name), and use the fonts of the system.");
		}
	}

	private static @Nullable PictureSize size(XMLStreamReader xml) {
		PictureSize size = size(xml.getAttributeValue(null, "width"), xml.getAttributeValue(null, "height"));
		String box = xml.getAttributeValue(null, "viewBox");
		if (size == null && box != null) {
			String[] numbers = box.strip().split("[ ,\\s]+", -1);
			return (numbers.length == 4) ? size(numbers[2], numbers[3]) : null;
		}
		return size;
	}

	private static @Nullable PictureSize size(@Nullable String width, @Nullable String height) {
		if (width == null || height == null) {
			return null;
		}
		Matcher wide = NUMBER.matcher(width.strip());
		Matcher high = NUMBER.matcher(height.strip());
		return (wide.matches() && high.matches()) ? new PictureSize((int) Math.ceil(Double.parseDouble(wide.group(1))),
				(int) Math.ceil(Double.parseDouble(high.group(1)))) : null;
	}

	private void add(int line, Rule rule, String message, String remedy) {
		this.findings.add(this.path, line, rule, message, remedy);
	}

}
