package com.humantraffickingexperts.lti.catalog.check;

import java.util.Arrays;
import java.util.Optional;

import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.yaml.Yaml;
import com.humantraffickingexperts.lti.catalog.yaml.YamlNode;

/**
 * A page as it was written.
 *
 * @param file its file
 * @param card the fields at its top
 * @param body its text
 */
public record PageSource(String file, YamlNode card, MarkdownText body) {

	private static final String RULER = "---";

	static Optional<PageSource> read(SourceFile file, Findings findings) {
		return file.text(findings).flatMap((text) -> read(file.path(), text, findings));
	}

	private static Optional<PageSource> read(String path, String text, Findings findings) {
		String[] lines = text.split("\n", -1);
		int end = 1;
		while (end < lines.length && !RULER.equals(lines[end].stripTrailing())) {
			end++;
		}
		if (!RULER.equals(lines[0].stripTrailing()) || end == lines.length) {
			findings.add(path, 1, Rule.E001, "The page has no card at its top.",
					"Begin the file with the fields of the page between two lines of ---.");
			return Optional.empty();
		}
		String card = join(lines, 1, end);
		MarkdownText body = MarkdownText.parse(MarkdownText.Kind.PAGE, join(lines, end + 1, lines.length), end + 2,
				true);
		return Yaml.read(path, card, 2, findings).map((root) -> new PageSource(path, root, body));
	}

	private static String join(String[] lines, int from, int to) {
		return (from < to) ? String.join("\n", Arrays.asList(lines).subList(from, to)) : "";
	}

}
