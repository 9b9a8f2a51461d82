package com.humantraffickingexperts.lti.catalog;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntBiFunction;

import org.springframework.boot.logging.LoggingSystem;

import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.check.History;
import com.humantraffickingexperts.lti.catalog.check.Inventory;
import com.humantraffickingexperts.lti.catalog.preview.AuthorFolder;
import com.humantraffickingexperts.lti.catalog.preview.PreviewServer;
import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule.Severity;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;
import com.humantraffickingexperts.lti.catalog.trace.FactTrace;

/**
 * {@code catalog validate DIR} checks course packages, for authors and builds, and with
 * {@code --since DIR} compares them with what was released; {@code catalog preview DIR}
 * shows them to their authors; {@code catalog table DIR} counts what they hold;
 * {@code catalog trace DIR FACTS} lists the facts that are on no sheet of the folder
 * FACTS. They need no Spring and no database, so that they answer at once.
 */
public final class CatalogCommand {

	/** The first argument of these commands. */
	public static final String NAME = "catalog";

	private static final String SINCE = "--since";

	private static final int PREVIEW_PORT = 8070;

	private static final int SOUND = 0;

	private static final int ERRORS = 1;

	private static final int MISUSED = 2;

	private final PrintStream out;

	private final PrintStream err;

	private final LocalDate today;

	CatalogCommand(PrintStream out, PrintStream err, LocalDate today) {
		this.out = out;
		this.err = err;
		this.today = today;
	}

	/**
	 * Runs the command in this process.
	 * @param arguments all arguments, the first of which is {@value #NAME}
	 * @return the exit status: 0 when all is well, 1 when there is an error, 2 when the
	 * arguments are wrong
	 */
	public static int main(List<String> arguments) {
		// Nobody has set up logging here, and without that the libraries would tell all
		// they do.
		LoggingSystem.get(CatalogCommand.class.getClassLoader()).beforeInitialize();
		return new CatalogCommand(System.out, System.err, LocalDate.now(ZoneId.systemDefault())).run(arguments);
	}

	int run(List<String> arguments) {
		String act = (arguments.size() == 3) ? arguments.get(1) : "";
		if (arguments.size() == 5 && "validate".equals(arguments.get(1)) && SINCE.equals(arguments.get(3))) {
			return inFolder(arguments.get(2), (folder, tree) -> inFolder(arguments.get(4),
					(old, released) -> validate(folder, tree, History.compare(examined(released), examined(tree)))));
		}
		if (arguments.size() == 4 && "prepare".equals(arguments.get(1))) {
			return inFolder(arguments.get(2), (folder, tree) -> prepare(folder, tree, Path.of(arguments.get(3))));
		}
		if (arguments.size() == 4 && "trace".equals(arguments.get(1))) {
			return inFolder(arguments.get(2), (folder, tree) -> trace(folder, tree, arguments.get(3)));
		}
		return switch (act) {
			case "validate" -> inFolder(arguments.get(2), (folder, tree) -> validate(folder, tree, List.of()));
			case "table" -> inFolder(arguments.get(2), this::table);
			case "preview" -> inFolder(arguments.get(2), this::preview);
			default -> {
				this.err.println("Usage: java -jar lti-tool.jar catalog validate DIR [--since DIR]");
				this.err.println("       java -jar lti-tool.jar catalog preview DIR");
				this.err.println("       java -jar lti-tool.jar catalog table DIR");
				this.err.println("       java -jar lti-tool.jar catalog trace DIR FACTS");
				yield MISUSED;
			}
		};
	}

	private int inFolder(String name, ToIntBiFunction<AuthorFolder, SourceTree> act) {
		Optional<AuthorFolder> folder = AuthorFolder.of(name);
		if (folder.isEmpty()) {
			this.err.println("There is no such folder: " + name);
			return ERRORS;
		}
		SourceTree tree = folder.get().read();
		if (tree.modules().isEmpty()) {
			this.err.println("There is no module in " + name + ": a module is a folder with a module.yaml.");
			return ERRORS;
		}
		return act.applyAsInt(folder.get(), tree);
	}

	private Examination.Result examined(SourceTree tree) {
		return new Examination(this.today).of(tree);
	}

	private int validate(AuthorFolder folder, SourceTree tree, List<Finding> further) {
		Findings found = new Findings();
		found.addAll(further);
		found.addAll(examined(tree).findings());
		List<Finding> findings = found.all();
		findings.forEach((finding) -> this.out.println(folder.prefix() + finding));
		long errors = count(findings, Severity.ERROR);
		this.err.printf("%d modules: %d errors, %d not supported yet, %d warnings%n", tree.modules().size(), errors,
				count(findings, Severity.UNSUPPORTED), count(findings, Severity.WARNING));
		return (errors == 0) ? SOUND : ERRORS;
	}

	/** For the build: what it packs is examined once, and not again at every start. */
	private int prepare(AuthorFolder folder, SourceTree tree, Path classes) {
		ModuleExamination.Outcome outcome = new ModuleExamination(this.today).of(tree);
		if (!outcome.unfit().isEmpty()) {
			return validate(folder, tree, List.of());
		}
		outcome.catalog().keep(tree, classes);
		return SOUND;
	}

	/** Lists what modules claim and no sheet of facts supports. */
	private int trace(AuthorFolder folder, SourceTree tree, String sheets) {
		List<Finding> findings;
		try {
			findings = FactTrace.to(Path.of(sheets)).of(tree);
		}
		catch (IOException | InvalidPathException ex) {
			this.err.println("There are no sheets of facts in " + sheets + ".");
			return ERRORS;
		}
		findings.forEach((finding) -> this.out.println(folder.prefix() + finding));
		this.err.printf("%d modules: %d facts to mend%n", tree.modules().size(), findings.size());
		return findings.isEmpty() ? SOUND : ERRORS;
	}

	private int table(AuthorFolder folder, SourceTree tree) {
		Inventory.of(examined(tree)).forEach(this.out::println);
		return SOUND;
	}

	/** Shows the folder until somebody ends the command. */
	private int preview(AuthorFolder folder, SourceTree tree) {
		try (PreviewServer server = PreviewServer.start(folder, this.today, PREVIEW_PORT)) {
			this.err.printf("Open %s in a browser: %d modules. Saved files show at once. End with Ctrl-C.%n",
					server.address(), tree.modules().size());
			new CountDownLatch(1).await();
			return SOUND;
		}
		catch (IOException ex) {
			this.err.println("Port " + PREVIEW_PORT + " is taken: another preview may be running.");
			return ERRORS;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return SOUND;
		}
	}

	private static long count(List<Finding> findings, Severity severity) {
		return findings.stream().filter((finding) -> finding.rule().severity() == severity).count();
	}

}
