package com.humantraffickingexperts.lti.catalog;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.springframework.boot.logging.LoggingSystem;

import com.humantraffickingexperts.lti.catalog.check.Examination;
import com.humantraffickingexperts.lti.catalog.source.DirectoryReader;
import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Rule.Severity;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;

/**
 * {@code catalog validate DIR}: checks course packages, for authors and builds. Needs no
 * Spring and no database, so that it answers at once.
 */
public final class CatalogCommand {

	/** The first argument of these commands. */
	public static final String NAME = "catalog";

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
		if (arguments.size() != 3 || !"validate".equals(arguments.get(1))) {
			this.err.println("Usage: java -jar lti-tool.jar catalog validate DIR");
			return MISUSED;
		}
		return validate(arguments.get(2));
	}

	private int validate(String name) {
		Path folder;
		try {
			folder = Path.of(name).toAbsolutePath().normalize();
		}
		catch (InvalidPathException ex) {
			this.err.println("This is not the name of a folder: " + name);
			return ERRORS;
		}
		if (!Files.isDirectory(folder)) {
			this.err.println("There is no such folder: " + name);
			return ERRORS;
		}
		Path parent = Files.exists(folder.resolve(SourceTree.MODULE_FILE)) ? folder.getParent() : null;
		boolean oneModule = parent != null;
		SourceTree tree = (parent != null) ? DirectoryReader.read(parent).only(String.valueOf(folder.getFileName()))
				: DirectoryReader.read(folder);
		if (tree.modules().isEmpty()) {
			this.err.println("There is no module in " + name + ": a module is a folder with a module.yaml.");
			return ERRORS;
		}
		Examination.Result result = new Examination(this.today).of(tree);
		String prefix = prefix(name, oneModule);
		result.findings().forEach((finding) -> this.out.println(prefix + finding));
		long errors = count(result.findings(), Severity.ERROR);
		this.err.printf("%d modules: %d errors, %d not supported yet, %d warnings%n", tree.modules().size(), errors,
				count(result.findings(), Severity.UNSUPPORTED), count(result.findings(), Severity.WARNING));
		return (errors == 0) ? SOUND : ERRORS;
	}

	/** Paths are told as the shell sees them, so that an editor can jump there. */
	private static String prefix(String name, boolean oneModule) {
		Path folder = Path.of(name).normalize();
		if (oneModule) {
			Path parent = folder.getParent();
			return (parent != null) ? parent + "/" : (folder.toString().isEmpty() ? "../" : "");
		}
		return folder.toString().isEmpty() ? "" : folder + "/";
	}

	private static long count(List<Finding> findings, Severity severity) {
		return findings.stream().filter((finding) -> finding.rule().severity() == severity).count();
	}

}
