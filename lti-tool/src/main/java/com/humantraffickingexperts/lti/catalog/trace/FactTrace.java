package com.humantraffickingexperts.lti.catalog.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.humantraffickingexperts.lti.catalog.source.Finding;
import com.humantraffickingexperts.lti.catalog.source.Findings;
import com.humantraffickingexperts.lti.catalog.source.Rule;
import com.humantraffickingexperts.lti.catalog.source.SourceFile;
import com.humantraffickingexperts.lti.catalog.source.SourceTree;

/**
 * Follows each fact of a module back to a sheet. It says that a fact is on a sheet, and
 * not that a sentence says about it what the sheet does: that is for a reader.
 */
public final class FactTrace {

	private final FactSheets sheets;

	private FactTrace(FactSheets sheets) {
		this.sheets = sheets;
	}

	/**
	 * A trace to the sheets of a folder.
	 * @param folder the folder, with sheets in Markdown
	 * @return the trace
	 * @throws IOException when there is no such folder, or no fact in it
	 */
	public static FactTrace to(Path folder) throws IOException {
		FactSheets sheets = FactSheets.read(folder);
		if (sheets.empty()) {
			throw new IOException("There is no fact in " + folder);
		}
		return new FactTrace(sheets);
	}

	/**
	 * Follows every fact of all modules, and of what they share.
	 * @param tree the modules
	 * @return the facts that are on no sheet, and what is wrong with what is allowed
	 */
	public List<Finding> of(SourceTree tree) {
		Findings findings = new Findings();
		for (String folder : tree.modules()) {
			follow(tree, folder, findings);
		}
		follow(tree, SourceTree.SHARED, findings);
		return findings.all();
	}

	private void follow(SourceTree tree, String folder, Findings findings) {
		Allowances allowances = tree.file(folder + "/" + Allowances.FILE)
			.map((file) -> Allowances.read(file, findings))
			.orElseGet(Allowances::new);
		for (SourceFile file : tree.below(folder)) {
			Statement.of(file).forEach((statement) -> follow(statement, allowances, findings));
		}
		allowances.tellUnused(findings);
	}

	private void follow(Statement statement, Allowances allowances, Findings findings) {
		for (Fact fact : FactReader.read(statement.text())) {
			if (!this.sheets.support(fact) && !allowances.allow(statement.file(), fact)) {
				findings.add(statement.file(), statement.lineOf(fact), Rule.W301,
						"\"" + fact.shown() + "\" is on no sheet (" + fact.key() + ").",
						"Remove it, ask for it in :::verify, or allow it with a reason.");
			}
		}
	}

}
