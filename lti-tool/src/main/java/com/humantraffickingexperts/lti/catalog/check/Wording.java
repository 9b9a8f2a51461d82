package com.humantraffickingexperts.lti.catalog.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.humantraffickingexperts.lti.catalog.markdown.MarkdownText;
import com.humantraffickingexperts.lti.catalog.markdown.Passage;
import com.humantraffickingexperts.lti.catalog.markdown.References;
import com.humantraffickingexperts.lti.catalog.source.Quoted;
import com.humantraffickingexperts.lti.catalog.source.Rule;

/** W103, W104, W106, W107, W109: texts that are kind to their readers. */
final class Wording {

	private static final int WORDS_IN_A_SENTENCE = 40;

	private static final int WORDS_ON_A_PAGE = 900;

	private static final double GRADE = 12;

	/** Fewer words say nothing about how hard they are. */
	private static final int WORDS_TO_JUDGE = 100;

	private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?][\"”’)]?)\\s+(?=[\"“‘(]?[A-Z])");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

	private static final Pattern TELEPHONE = Pattern
		.compile("(?<![\\w./+-])(\\+[1-9]|\\(?0)[\\d ()-]{7,18}\\d(?![\\w/])");

	private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,60}@[\\w-]{1,60}\\.[a-z]{2,}");

	private static final Pattern CASE = Pattern
		.compile("\\b(?:R|[A-Z][\\w'’-]{1,60})(?: \\([^()]{1,60}\\))? v\\.? (?:the )?[A-Z][\\w'’-]{1,60}");

	/**
	 * A neutral citation, a law report, or the number of an application to Strasbourg.
	 */
	private static final Pattern CITATION = Pattern.compile("[\\[(](19|20)\\d\\d[\\])] \\d* ?[A-Z]|\\d{2,6}/\\d\\d\\b");

	private static final Pattern QUOTATION = Pattern.compile("“[^”]{1,80}”|\"[^\"]{1,80}\"|‘[^’]{1,80}’");

	/** What STYLE.md says not to write, and what to write instead. */
	private static final List<Word> WORDS = List.of(
			new Word("(modern |sex )?slaves?(?! trade| labour)", "\"people who have been exploited\""),
			new Word("rescu(e|es|ed|ing)", "\"leave\" or \"reach safety\""),
			new Word("illegals|illegal (im)?migrants?", "\"without permission to stay\""),
			new Word("(child )?prostitutes?", "\"person in prostitution\", or \"child who was exploited\""),
			new Word("drug runners?", "\"child who was exploited\""),
			new Word("slave masters?|monsters?", "\"trafficker\", or \"person suspected\""),
			new Word("refus(es|ed) to engage|non-compliant", "\"does not want to be referred\""),
			new Word("the (deaf|disabled|blind)(?! (people|person|man|woman|child))", "\"deaf people\" and so on"),
			new Word("victims? of their own choices|voiceless", "what happened to the person"),
			new Word("vulnerable people|the vulnerable", "to what people are vulnerable"));

	private final ModuleChecks checks;

	private final References references;

	private Wording(ModuleChecks checks) {
		this.checks = checks;
		this.references = checks.shared().references(checks.source().language());
	}

	static void check(ModuleChecks checks) {
		if (checks.today() == null) {
			return;
		}
		Wording wording = new Wording(checks);
		checks.source().pages().forEach(wording::page);
		checks.source().questions().forEach(wording::others);
		checks.source().scenarios().forEach(wording::others);
	}

	private void page(PageSource page) {
		List<Passage> passages = page.body().passages(this.references);
		int words = 0;
		for (Passage passage : passages) {
			words += words(passage.text());
			words(page.file(), passage);
			contacts(page.file(), passage);
			cases(page.file(), passage);
			if (passage.prose() && !passage.quoted()) {
				sentences(page.file(), passage);
			}
		}
		if (words > WORDS_ON_A_PAGE) {
			add(page.file(), 1, Rule.W104, "The page has " + words + " words.",
					"Split it: a page has 500 to " + WORDS_ON_A_PAGE + " words.");
		}
		double grade = grade(passages);
		if (grade > GRADE) {
			add(page.file(), 1, Rule.W103,
					String.format(Locale.ROOT, "The page is hard to read (school year %.1f of at most 12).", grade),
					"Write shorter sentences, and shorter words where the law does not need the long one.");
		}
	}

	private void others(Entry entry) {
		for (MarkdownText text : Texts.of(entry.node())) {
			for (Passage passage : text.passages(this.references)) {
				words(entry.file(), passage);
				contacts(entry.file(), passage);
			}
		}
	}

	private void words(String file, Passage passage) {
		String own = QUOTATION.matcher(passage.text()).replaceAll(" ");
		for (Word word : WORDS) {
			Matcher found = word.pattern().matcher(own);
			if (!passage.quoted() && found.find()) {
				add(file, passage.line(), Rule.W109, Quoted.of(found.group()) + " may hurt people.", "Write "
						+ word.instead() + ", or put the words in quotation marks if they are somebody else's.");
			}
		}
	}

	private void contacts(String file, Passage passage) {
		Matcher telephone = TELEPHONE.matcher(passage.text());
		Matcher mail = MAIL.matcher(passage.text());
		if (telephone.find() || mail.find()) {
			add(file, passage.line(), Rule.W106, "A telephone number or an e-mail address is typed here.",
					"Enter it in shared/helplines.yaml, and write {{helplines:core}} or another panel.");
		}
	}

	private void cases(String file, Passage passage) {
		Matcher name = CASE.matcher(passage.text());
		if (name.find() && !passage.cited() && !CITATION.matcher(passage.text()).find()) {
			add(file, passage.line(), Rule.W107, "The case " + Quoted.of(name.group()) + " has no neutral citation.",
					"Write it behind the name, as [2021] EWCA Crim 731, or cite the case as a source.");
		}
	}

	private void sentences(String file, Passage passage) {
		for (String sentence : sentencesOf(passage)) {
			int words = words(sentence);
			if (words > WORDS_IN_A_SENTENCE) {
				add(file, passage.line(), Rule.W103,
						"The sentence that begins " + Quoted.of(sentence) + " has " + words + " words.",
						"Make two of it: one idea in a sentence.");
			}
		}
	}

	/** The Flesch-Kincaid grade. */
	private static double grade(List<Passage> passages) {
		int words = 0;
		int sentences = 0;
		int syllables = 0;
		for (Passage passage : passages) {
			if (passage.prose() && !passage.quoted()) {
				sentences += sentencesOf(passage).size();
				for (String word : wordsOf(passage.text())) {
					words++;
					syllables += syllables(word.toLowerCase(Locale.ROOT));
				}
			}
		}
		return (words < WORDS_TO_JUDGE) ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
	}

	private static int syllables(String word) {
		String spoken = word.replaceAll("[^a-z]", "").replaceFirst("(?<=[^aeiouyl])e[sd]?$", "");
		return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
	}

	private static List<String> sentencesOf(Passage passage) {
		return SENTENCE_END.splitAsStream(passage.text()).toList();
	}

	static int words(String text) {
		return wordsOf(text).size();
	}

	private static List<String> wordsOf(String text) {
		return SPACES.splitAsStream(text).filter((word) -> word.chars().anyMatch(Character::isLetterOrDigit)).toList();
	}

	private void add(String file, int line, Rule rule, String message, String remedy) {
		this.checks.add(file, line, rule, message, remedy);
	}

	/** A word to avoid. */
	private record Word(Pattern pattern, String instead) {

		Word(String words, String instead) {
			this(Pattern.compile("\\b(" + words + ")\\b", Pattern.CASE_INSENSITIVE), instead);
		}

	}

}
