package com.humantraffickingexperts.lti.catalog.yaml;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

import com.humantraffickingexperts.lti.catalog.source.Quoted;

/** Makes values of the parser's events, one by one and without recursion. */
final class YamlComposer {

	private static final int DEEPEST = 30;

	/**
	 * Numbers as people write them. Anything else is text: a phone number with a leading
	 * zero, a version, a power of ten that would fill the memory.
	 */
	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?");

	private final int firstLine;

	private final Deque<Open> open = new ArrayDeque<>();

	private int documents;

	private @Nullable YamlNode root;

	YamlComposer(int firstLine) {
		this.firstLine = firstLine;
	}

	void accept(Event event) {
		int line = this.firstLine + event.getStartMark().map(Mark::getLine).orElse(0);
		if (event instanceof AliasEvent) {
			throw new YamlFault(line, "There is an alias (*).", "Write the value out instead.");
		}
		if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
			throw new YamlFault(line,
					"There is an anchor (&" + node.getAnchor().map(Anchor::getValue).orElse("") + ").",
					"Remove it. To begin a text with &, put the text in quotation marks.");
		}
		switch (event) {
			case DocumentStartEvent _ -> startDocument(line);
			case ScalarEvent scalar -> add(line, scalar(line, scalar));
			case MappingStartEvent start -> push(line, start, new OpenMap(line));
			case SequenceStartEvent start -> push(line, start, new OpenList(line));
			case MappingEndEvent _, SequenceEndEvent _ -> pop();
			default -> {
			}
		}
	}

	YamlNode document() {
		return (this.root != null) ? this.root : new YamlMissing(this.firstLine);
	}

	private void startDocument(int line) {
		if (++this.documents > 1) {
			throw new YamlFault(line, "There is a second document (---).", "Remove the line, or split the file.");
		}
	}

	private void push(int line, CollectionStartEvent start, Open next) {
		if (start.getTag().isPresent()) {
			throw tagged(line, start.getTag());
		}
		if (this.open.size() >= DEEPEST) {
			throw new YamlFault(line, "Lists and fields are nested too deep.", "Check the brackets.");
		}
		this.open.push(next);
	}

	private void pop() {
		Open closing = this.open.pop();
		add(closing.line(), closing.close());
	}

	private void add(int line, YamlNode node) {
		Open holder = this.open.peek();
		if (holder == null) {
			this.root = node;
		}
		else {
			holder.add(line, node);
		}
	}

	private static YamlScalar scalar(int line, ScalarEvent event) {
		if (event.getTag().isPresent()) {
			throw tagged(line, event.getTag());
		}
		String text = event.getValue();
		ScalarStyle style = event.getScalarStyle();
		return new YamlScalar(line, (style == ScalarStyle.PLAIN) ? plain(text) : text, style == ScalarStyle.LITERAL);
	}

	private static @Nullable Object plain(String text) {
		return switch (text) {
			case "", "~", "null" -> null;
			case "true" -> true;
			case "false" -> false;
			default -> NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
		};
	}

	private static YamlFault tagged(int line, Optional<String> tag) {
		return new YamlFault(line, "There is a tag (" + Quoted.of(tag.orElse("!")) + ").",
				"Remove it. To begin a text with !, put the text in quotation marks.");
	}

	/** A collection that has begun. */
	private sealed interface Open {

		int line();

		void add(int line, YamlNode node);

		YamlNode close();

	}

	/** A list that has begun. */
	private record OpenList(int line, List<YamlNode> items) implements Open {

		OpenList(int line) {
			this(line, new ArrayList<>());
		}

		@Override
		public void add(int line, YamlNode node) {
			this.items.add(node);
		}

		@Override
		public YamlNode close() {
			return new YamlList(this.line, this.items);
		}

	}

	/** A map that has begun: keys and values take turns. */
	private static final class OpenMap implements Open {

		private final int line;

		private final Map<String, YamlNode> fields = new LinkedHashMap<>();

		private final Map<String, Integer> keyLines = new HashMap<>();

		private @Nullable String key;

		OpenMap(int line) {
			this.line = line;
		}

		@Override
		public int line() {
			return this.line;
		}

		@Override
		public void add(int line, YamlNode node) {
			if (this.key != null) {
				this.fields.put(this.key, node);
				this.key = null;
				return;
			}
			if (!(node instanceof YamlScalar scalar)) {
				throw new YamlFault(line, "A list or a map is used as the name of a field.",
						"Put a text that begins with a bracket in quotation marks.");
			}
			String name = String.valueOf(scalar.value());
			if (this.keyLines.putIfAbsent(name, line) != null) {
				throw new YamlFault(line, "The field " + Quoted.of(name) + " is here for the second time.",
						"Keep one of them.");
			}
			this.key = name;
		}

		@Override
		public YamlNode close() {
			return new YamlMap(this.line, this.fields, this.keyLines);
		}

	}

}
