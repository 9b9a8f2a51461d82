package com.humantraffickingexperts.lti.catalog.trace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

/**
 * Finds the facts of a text: cases, citations, Acts and their sections, dates, sums,
 * percentages, time limits, counts and telephone numbers. It reads the same fact in each
 * of the ways in which people write it.
 */
final class FactReader {

	private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

	/** A range of more sections than this is a slip. */
	private static final int WIDEST = 40;

	private static final String N = Numerals.PATTERN;

	private static final String NAME = "(?:R \\([A-Z][^)]{0,40}\\)|[A-Z][\\w'&]*)(?: (?:and|of|the|for|[A-Z(][\\w'&)]*),?){0,8}?";

	private static final Pattern CASE = Pattern
		.compile("\\b(" + NAME + ") v (" + NAME + ")(?=[\\s]*(?:[\\[:;,.)]|\\(?\\d|\\b(?:[a-z]|In|The|A)\\b|$)|'s|  )");

	private static final List<Pattern> CITATIONS = List.of(Pattern.compile(
			"\\[\\d{4}] +(?:\\d+ +)?(?:UKSC|UKHL|UKPC|EWCA +(?:Civ|Crim)|EWHC|UKUT|EWFC|QB|AC|WLR|Lloyd's Rep) +\\d+"),
			Pattern.compile("\\b\\d{4,5}/\\d{2}\\b"), Pattern.compile("\\bCI\\d+/\\d+/\\d+\\b"),
			Pattern.compile("\\bJR-\\d{4}-[A-Z]+-\\d+\\b"), Pattern.compile("\\b(?:19|20)\\d\\d/\\d{1,4}\\b"));

	private static final Pattern TELEPHONE = Pattern
		.compile("\\b0\\d{2,4}(?:[ -]?\\d{3,4}){2}\\b|\\b0800 1111\\b|\\b(?:999|101|111)\\b(?![,.]\\d)");

	private static final Pattern ACT = Pattern.compile(
			"([A-Z][\\w']+) +(?:\\(([A-Z][\\w ]+)\\) +)?(?:etc\\.? +)?(Act|Regulations|Order|Rules|Scheme) +(?:\\((?:NI|Northern Ireland)\\) +)?(\\d{4})\\b");

	/** How lawyers shorten the names of Acts. */
	private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("MSA", "slavery act 2015"),
			Map.entry("NABA", "borders act 2022"), Map.entry("HRA", "rights act 1998"),
			Map.entry("IMA", "migration act 2023"), Map.entry("POCA", "crime act 2002"),
			Map.entry("LASPO", "offenders act 2012"), Map.entry("SOA", "offences act 2003"),
			Map.entry("OAPA", "person act 1861"), Map.entry("DPA", "protection act 2018"),
			Map.entry("FGM Act", "mutilation act 2003"), Map.entry("DMCC Act", "consumers act 2024"),
			Map.entry("PCSC Act", "courts act 2022"));

	private static final Pattern SHORT_ACT = Pattern
		.compile("\\b(" + String.join("|", SHORT.keySet()) + ")\\b(?: +\\d{4}\\b)?");

	private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("jan", 1), Map.entry("feb", 2),
			Map.entry("mar", 3), Map.entry("apr", 4), Map.entry("may", 5), Map.entry("jun", 6), Map.entry("jul", 7),
			Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("oct", 10), Map.entry("nov", 11), Map.entry("dec", 12));

	private static final String MONTH = "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

	private static final String TO = " *(?:-|to|and|until) *";

	private static final Pattern QUARTER = Pattern.compile(
			"\\bQ([1-4]) +(\\d{4})|\\b(first|second|third|last|fourth) quarter of (\\d{4})|\\b(January|April|July|October)"
					+ TO + "(?:March|June|September|December) +(\\d{4})",
			CASE_INSENSITIVE);

	private static final Pattern DAYS_OF_ONE_YEAR = Pattern
		.compile("\\b(\\d{1,2}) +" + MONTH + TO + "(\\d{1,2}) +" + MONTH + " +(\\d{4})\\b");

	private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");

	private static final Pattern DAY = Pattern.compile("\\b(\\d{1,2}) +" + MONTH + "\\b(?: +(\\d{4})\\b)?");

	private static final Pattern MONTH_OF_YEAR = Pattern.compile("\\b" + MONTH + " +(\\d{4})\\b");

	private static final Pattern PROVISION = Pattern
		.compile("\\b(sections?|ss?\\.?|articles?|arts?\\.?|regulations?|regs?\\.?|rules?|rr?\\.|schedules?|sch\\.?|"
				+ "paragraphs?|paras?\\.?|chapters?|ch\\.?|parts?|forms?|codes?) ?("
				+ "\\d[\\w.]*(?:\\(\\w{1,3}\\))*(?:(?: *\\([a-z ]{4,}\\))?(?:, and|,| +and| +or| +to|-) *\\d[\\w.]*(?:\\(\\w{1,3}\\))*)*)",
				CASE_INSENSITIVE);

	private static final Pattern PROVISION_NUMBER = Pattern
		.compile("(?:(-|to) ?)?(\\d+)([A-Z]{0,2})((?:\\.\\d+)?)((?:\\(\\w{1,3}\\))*)");

	private static final Pattern DECIMAL_RULE = Pattern.compile(
			"\\bv?(\\d{1,2})\\.(\\d{1,2})(?:-(\\d{1,2}))?((?:\\(\\w{1,3}\\))*)(?![\\w.]*\\d)(?! *(?:%|per|million|[ap]?m\\b))");

	private static final Pattern MONEY = Pattern.compile(
			"\u00a3 ?(" + N + ")(?: ?(million|m)\\b)?|\\b(" + N + ")(?: (million|m))?[ -]pounds?\\b", CASE_INSENSITIVE);

	private static final Pattern PERCENT = Pattern.compile("\\b(\\d+)/(\\d+) ?%|\\b(" + N + ") ?(?:%|per ?cent\\b)",
			CASE_INSENSITIVE);

	private static final Pattern FRACTION = Pattern.compile("\\b(two|three|four) (thirds|quarters|fifths)\\b",
			CASE_INSENSITIVE);

	private static final Pattern TIME = Pattern.compile("\\b(?:(" + N + ")(?: (?:or|to|and) | ?- ?(?=\\d)))?(" + N
			+ ")(?: |-)(?:working |calendar |clear |full |ILO )?(minute|hour|day|week|month|year|page|indicator)s?\\b",
			CASE_INSENSITIVE);

	private static final Pattern AGE = Pattern
		.compile("\\bunder (\\d{1,2})\\b|\\b(\\d{1,2}) or over\\b|\\b(\\d{1,2})\\+", CASE_INSENSITIVE);

	private static final Pattern MILLIONS = Pattern.compile("\\b(" + N + ") ?(?:million|m)\\b", CASE_INSENSITIVE);

	private static final Pattern YEAR = Pattern.compile("\\b(18\\d\\d|19\\d\\d|20[0-4]\\d)\\b");

	private static final Pattern COUNT = Pattern.compile("\\b(\\d{1,3}(?:,\\d{3})+|\\d{3,})\\b");

	private FactReader() {
	}

	/**
	 * Reads a text.
	 * @param text Markdown, or plain words
	 * @return its facts, in order
	 */
	static List<Fact> read(String text) {
		Reading reading = new Reading(text);
		reading.take(CASE, (match, keys) -> keys.add("case " + CaseNames.key(match.group(1), match.group(2))));
		for (Pattern citation : CITATIONS) {
			reading.take(citation, (match, keys) -> keys
				.add("citation " + match.group().replaceAll(" +", " ").toUpperCase(Locale.ROOT)));
		}
		reading.take(TELEPHONE, (match, keys) -> keys.add("telephone " + match.group().replaceAll("\\D", "")));
		dates(reading);
		reading.take(SHORT_ACT, (match, keys) -> keys.add("act " + SHORT.get(match.group(1))));
		reading.take(ACT, (match, keys) -> keys
			.add(("act " + match.group(1) + " " + match.group(3) + " " + match.group(4)).toLowerCase(Locale.ROOT)));
		reading.take(PROVISION, FactReader::provisions);
		amounts(reading);
		reading.take(DECIMAL_RULE, FactReader::rules);
		reading.take(YEAR, (match, keys) -> keys.add("year " + match.group(1)));
		reading.take(COUNT, (match, keys) -> keys.add("count " + Numerals.plain(Numerals.value(match.group(1)))));
		return reading.facts();
	}

	private static void dates(Reading reading) {
		reading.take(ISO,
				(match, keys) -> keys.add("date %s-%s-%s".formatted(match.group(1), match.group(2), match.group(3))));
		reading.take(DAYS_OF_ONE_YEAR, (match, keys) -> {
			keys.add(day(match.group(5), match.group(2), match.group(1)));
			keys.add(day(match.group(5), match.group(4), match.group(3)));
		});
		reading.take(DAY, (match, keys) -> keys.add(day(match.group(3), match.group(2), match.group(1))));
		reading.take(QUARTER, FactReader::quarter);
		reading.take(MONTH_OF_YEAR,
				(match, keys) -> keys.add("month %s-%02d".formatted(match.group(2), month(match.group(1)))));
	}

	private static String day(@Nullable String year, String month, String day) {
		return "date %s-%02d-%02d".formatted((year != null) ? year : "", month(month), Integer.parseInt(day));
	}

	private static int month(String name) {
		return MONTHS.getOrDefault(name.substring(0, 3).toLowerCase(Locale.ROOT), 0);
	}

	private static void quarter(MatchResult match, Reading.Keys keys) {
		if (match.group(1) != null) {
			keys.add("quarter " + match.group(2) + "-" + match.group(1));
		}
		else if (match.group(3) != null) {
			int number = Map.of("first", 1, "second", 2, "third", 3)
				.getOrDefault(match.group(3).toLowerCase(Locale.ROOT), 4);
			keys.add("quarter " + match.group(4) + "-" + number);
		}
		else {
			keys.add("quarter " + match.group(6) + "-" + (1 + month(match.group(5)) / 3));
		}
	}

	private static void provisions(MatchResult match, Reading.Keys keys) {
		String kind = switch (match.group(1).toLowerCase(Locale.ROOT).charAt(0)) {
			case 'a' -> "article";
			case 'r' -> match.group(1).toLowerCase(Locale.ROOT).startsWith("reg") ? "regulation" : "rule";
			case 'p' -> match.group(1).toLowerCase(Locale.ROOT).startsWith("part") ? "part" : "paragraph";
			case 'c' -> match.group(1).toLowerCase(Locale.ROOT).startsWith("code") ? "code" : "chapter";
			case 'f' -> "form";
			default -> match.group(1).toLowerCase(Locale.ROOT).startsWith("sch") ? "schedule" : "section";
		};
		int last = 0;
		Matcher numbers = PROVISION_NUMBER.matcher(match.group(2));
		while (numbers.find()) {
			int number = Integer.parseInt(numbers.group(2));
			if (numbers.group(1) != null && last > 0) {
				int end = numbers.group(3).isEmpty() ? number : number + 1;
				for (int between = last + 1; between < Math.min(end, last + WIDEST); between++) {
					keys.add(kind + " " + between);
				}
			}
			String base = number + numbers.group(3) + numbers.group(4);
			// A rule is known by its number alone: 35.3 is rule 3 of Part 35.
			keys.add(((numbers.group(4).isEmpty()) ? kind : "rule") + " " + base);
			if (!numbers.group(5).isEmpty()) {
				keys.add(kind + " " + base + numbers.group(5));
			}
			last = number;
		}
	}

	private static void rules(MatchResult match, Reading.Keys keys) {
		int first = Integer.parseInt(match.group(2));
		int last = (match.group(3) != null) ? Integer.parseInt(match.group(3)) : first;
		for (int number = first; number <= last; number++) {
			keys.add("rule " + match.group(1) + "." + number);
		}
		if (!match.group(4).isEmpty()) {
			keys.add("rule " + match.group(1) + "." + last + match.group(4));
		}
	}

	private static void amounts(Reading reading) {
		reading.take(MONEY, (match, keys) -> {
			boolean sign = match.group(1) != null;
			BigDecimal value = Numerals.value(match.group(sign ? 1 : 3));
			keys.add("money " + Numerals.plain((match.group(sign ? 2 : 4) != null) ? value.multiply(MILLION) : value));
		});
		reading.take(PERCENT, (match, keys) -> {
			for (int group = 1; group <= 3; group++) {
				if (match.group(group) != null) {
					keys.add("percent " + Numerals.plain(Numerals.value(match.group(group))));
				}
			}
		});
		reading.take(FRACTION, (match, keys) -> keys.add("fraction " + match.group().toLowerCase(Locale.ROOT)));
		reading.take(TIME, (match, keys) -> {
			String unit = match.group(3).toLowerCase(Locale.ROOT);
			for (int group = 1; group <= 2; group++) {
				if (match.group(group) != null && !idiom(match.group(group), unit)) {
					keys.add("length " + Numerals.plain(Numerals.value(match.group(group))) + " " + unit);
				}
			}
		});
		reading.take(AGE, (match, keys) -> keys.add("age " + ((match.group(1) != null) ? match.group(1)
				: (match.group(2) != null) ? match.group(2) : match.group(3))));
		reading.take(MILLIONS,
				(match, keys) -> keys.add("count " + Numerals.plain(Numerals.value(match.group(1)).multiply(MILLION))));
	}

	/** "One day he left" counts nothing. */
	private static boolean idiom(String numeral, String unit) {
		return "one".equalsIgnoreCase(numeral) && !"year".equals(unit) && !"month".equals(unit);
	}

}
