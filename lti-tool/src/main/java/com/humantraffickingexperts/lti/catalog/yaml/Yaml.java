package com.humantraffickingexperts.lti.catalog.yaml;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;

/**
 * Reads YAML. The events of the parser are put together here rather than by the library,
 * because only so there is a bound to depth and to what an alias could unfold.
 */
public final class Yaml {

	/** Far above the largest question bank. */
	private static final int LONGEST = 2_000_000;

	private static final LoadSettings SETTINGS = LoadSettings.builder().setCodePointLimit(LONGEST).build();

	private Yaml() {
	}

	/**
	 * Reads a file.
	 * @param file the file
	 * @param findings takes what is wrong with it
	 * @return its one document, or empty when it cannot be read
	 */
	public static Optional<YamlNode> read(SourceFile file, Findings findings) {
		return file.text(findings).flatMap((text) -> read(file.path(), text, 1, findings));
	}

	/**
	 * Reads a part of a file.
	 * @param path the file
	 * @param text the part
	 * @param firstLine the line of the file at which it begins
	 * @param findings takes what is wrong with it
	 * @return its one document, or empty when it cannot be read
	 */
	public static Optional<YamlNode> read(String path, String text, int firstLine, Findings findings) {
		try {
			return Optional.of(document(text, firstLine));
		}
		catch (YamlFault ex) {
			findings.add(path, ex.line(), Rule.E014, ex.message(), ex.remedy());
		}
		catch (ReaderException ex) {
			findings.add(path, firstLine, Rule.E014, "There is a character that YAML does not allow.", "Delete it.");
		}
		catch (MarkedYamlEngineException ex) {
			add(path, firstLine, ex, findings);
		}
		catch (RuntimeException ex) {
			// Broken input must never get further than here, whatever the library makes
			// of
			// it.
			findings.add(path, firstLine, Rule.E014, "The YAML cannot be read.",
					"Compare it with a file that works, line by line.");
		}
		return Optional.empty();
	}

	private static YamlNode document(String text, int firstLine) {
		if (text.length() > LONGEST) {
			throw new YamlFault(firstLine, "The file is too long.", "Split it.");
		}
		YamlComposer composer = new YamlComposer(firstLine);
		Iterator<Event> events = new Parse(SETTINGS).parseString(text).iterator();
		while (events.hasNext()) {
			composer.accept(events.next());
		}
		return composer.document();
	}

	private static void add(String path, int firstLine, MarkedYamlEngineException fault, Findings findings) {
		Optional<Mark> mark = fault.getProblemMark().or(fault::getContextMark);
		int line = firstLine + mark.map(Mark::getLine).orElse(0);
		String problem = String.valueOf(fault.getProblem()).toLowerCase(Locale.ROOT);
		if (problem.contains("\\t")) {
			findings.add(path, line, Rule.E014, "There is a tab.", "Use two spaces for each level instead.");
		}
		else if (problem.contains("mapping values are not allowed")) {
			findings.add(path, line, Rule.E014, "There is a colon where none can be.",
					"Put the whole text in quotation marks, and check that the lines above begin in the same column.");
		}
		else {
			findings.add(path, line, Rule.E014, "The YAML breaks off here: " + fault.getProblem() + ".",
					"Check quotation marks, brackets and how far the lines are indented.");
		}
	}

}
