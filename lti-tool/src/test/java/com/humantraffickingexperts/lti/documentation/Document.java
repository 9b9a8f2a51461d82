package com.humantraffickingexperts.lti.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A Markdown file of the repository.
 *
 * @param path where it is, from the root of the repository
 * @param links what it links to, as written
 * @param headings the text of its headings
 * @param rows the rows of its tables, without their heads
 * @param codes what it writes as code within a text
 */
record Document(Path path, List<String> links, List<String> headings, List<Row> rows, List<String> codes) {

	private static final Path ROOT = Path.of("..");

	private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

	/**
	 * One row of a table.
	 *
	 * @param heading the heading under which it stands
	 * @param cells their text
	 */
	record Row(String heading, List<String> cells) {
	}

	/** What administrators, operators, authors and developers read. */
	static Stream<Document> all() {
		return Stream
			.of(files(ROOT, 1), files(ROOT.resolve("docs"), 9), files(ROOT.resolve("deploy"), 9),
					files(ROOT.resolve("course-packages"), 1))
			.flatMap((files) -> files)
			.map(Document::read);
	}

	static Document at(String path) {
		return read(ROOT.resolve(path));
	}

	private static Stream<Path> files(Path folder, int depth) {
		try (Stream<Path> files = Files.walk(folder, depth)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Document read(Path file) {
		Collector collector = new Collector();
		try {
			PARSER.parse(Files.readString(file)).accept(collector);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Document(ROOT.relativize(file), collector.links, collector.headings, collector.rows,
				collector.codes);
	}

	/**
	 * The anchors of the headings, as GitHub makes them: lower case, without punctuation,
	 * hyphens for blanks, a number for the second of a name.
	 */
	List<String> anchors() {
		List<String> anchors = new ArrayList<>();
		for (String heading : this.headings) {
			String anchor = anchor(heading);
			String unique = anchor;
			for (int number = 1; anchors.contains(unique); number++) {
				unique = anchor + "-" + number;
			}
			anchors.add(unique);
		}
		return anchors;
	}

	static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
	}

	/** The links that lead nowhere. */
	List<String> brokenLinks() {
		return this.links.stream().filter((link) -> !link.matches("[a-z]+:.*") && !leadsSomewhere(link)).toList();
	}

	private boolean leadsSomewhere(String link) {
		int hash = link.indexOf('#');
		String file = (hash < 0) ? link : link.substring(0, hash);
		Path target = file.isEmpty() ? ROOT.resolve(this.path)
				: ROOT.resolve(this.path).resolveSibling(file).normalize();
		if (!Files.exists(target)) {
			return false;
		}
		return hash < 0 || read(target).anchors().contains(link.substring(hash + 1));
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

	/** Gathers what the tests ask for. */
	private static final class Collector extends AbstractVisitor {

		private final List<String> links = new ArrayList<>();

		private final List<String> headings = new ArrayList<>();

		private final List<Row> rows = new ArrayList<>();

		private final List<String> codes = new ArrayList<>();

		@Override
		public void visit(Link link) {
			this.links.add(link.getDestination());
			visitChildren(link);
		}

		@Override
		public void visit(Image image) {
			this.links.add(image.getDestination());
		}

		@Override
		public void visit(Heading heading) {
			this.headings.add(text(heading));
			visitChildren(heading);
		}

		@Override
		public void visit(Code code) {
			this.codes.add(code.getLiteral());
		}

		@Override
		public void visit(CustomBlock block) {
			visitChildren(block);
		}

		@Override
		public void visit(CustomNode node) {
			if (node instanceof TableRow && node.getParent() instanceof TableBody) {
				List<String> cells = new ArrayList<>();
				eachChild(node, (cell) -> {
					if (cell instanceof TableCell) {
						cells.add(text(cell));
					}
				});
				this.rows.add(new Row(this.headings.isEmpty() ? "" : this.headings.getLast(), cells));
			}
			visitChildren(node);
		}

		private static String text(Node node) {
			StringBuilder text = new StringBuilder();
			eachChild(node, (child) -> text.append(switch (child) {
				case Text words -> words.getLiteral();
				case Code code -> code.getLiteral();
				case SoftLineBreak end -> " ";
				default -> text(child);
			}));
			return text.toString();
		}

		private static void eachChild(Node node, Consumer<Node> action) {
			for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
				action.accept(child);
			}
		}

	}

}
