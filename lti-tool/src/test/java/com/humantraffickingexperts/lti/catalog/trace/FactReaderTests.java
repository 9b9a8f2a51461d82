package com.humantraffickingexperts.lti.catalog.trace;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Facts are the same however people write them, and different when they differ. */
class FactReaderTests {

	private static String[] keys(String text) {
		return FactReader.read(text).stream().map(Fact::key).toArray(String[]::new);
	}

	@Nested
	class TheSameFact {

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				in force on 1 July 2015    | effective 2015-07-01
				on 17 December 2025        | 17 Dec 2025
				in the last quarter of 2025| Q4 2025
				October to December 2025   | Q4 2025
				16 July - 8 Oct 2025       | between 16 July and 8 October 2025
				section 45                 | s.45
				sections 61 and 62         | ss.61, 62
				Schedule 4                 | Sch 4
				regulation 16              | reg 16
				rule 19.4                  | r.19.4
				0800 0121 700              | 08000 121 700
				forty-five days            | 45 days
				five working days          | 5 working days
				a 28-day limit             | 28 days
				62%                        | 62 per cent
				79% and 21%                | 79/21 %
				£36 million                | 36 million pounds
				£500,000                   | 500,000 pounds
				*R v Brecani*              | R v Brecani
				Modern Slavery Act 2015    | MSA
				under 18                   | 18+
				""")
		void isReadFromEachWayOfWritingIt(String one, String other) {
			assertThat(keys(one)).isNotEmpty().containsExactlyInAnyOrder(keys(other));
		}

		@Test
		void isACaseWithThePartiesAsJudgesOrAsAuthorsNameThem() {
			assertThat(keys("*C v Criminal Injuries Compensation Authority*, which"))
				.isEqualTo(keys("*C v CICA*, which"));
			assertThat(keys("*R (ABW) v Secretary of State for the Home Department* [2025]"))
				.isEqualTo(keys("*R (ABW) v SSHD* [2025]"));
		}

	}

	@Nested
	class AnotherFact {

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				section 45              | section 54
				section 45(1)           | section 45(4)
				section 57              | section 57A
				article 4               | section 4
				1 July 2015             | 7 January 2015
				30 days                 | 30 months
				62%                     | 26%
				[2021] EWCA Crim 731    | [2021] EWCA Civ 731
				[2021] EWCA Crim 731    | [2022] EWCA Crim 731
				R v Brecani             | R v AAD
				Care Act 2014           | Children Act 2014
				£36 million             | £36
				""")
		void hasAnotherKey(String one, String other) {
			assertThat(keys(one)).isNotEmpty().isNotEqualTo(keys(other));
		}

	}

	@Nested
	class Lists {

		@Test
		void ofSectionsAreReadToTheEnd() {
			assertThat(keys("NABA 2022 Part 5 (ss.60-62, 65 and 68A)")).containsExactly("act borders act 2022",
					"part 5", "section 60", "section 61", "section 62", "section 65", "section 68A");
		}

		@Test
		void ofRulesAreReadByTheirNumbers() {
			assertThat(keys("single joint expert (35.7-8); CPR 39.2(4)")).containsExactly("rule 35.7", "rule 35.8",
					"rule 39.2", "rule 39.2(4)");
		}

		@Test
		void ofLengthsHaveOneUnit() {
			assertThat(keys("two or three weeks")).containsExactly("length 2 week", "length 3 week");
		}

	}

	@Nested
	class NoFact {

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				as the court said [@msa-s52]
				{{term:nrm}} and {{helplines:core}}
				![Refer or notify](../assets/refer-45.svg)
				One day he left, and three people saw it.
				Jay, 15, is British.
				1. Ask. 2. Explain.
				""")
		void isTakenFromWhatIsNoClaim(String text) {
			assertThat(keys(text)).isEmpty();
		}

	}

	@Test
	void aFactIsFoundWhereItStands() {
		String text = "It came into force\non 31 July 2015.";

		assertThat(FactReader.read(text)).singleElement().satisfies((fact) -> {
			assertThat(fact.shown()).isEqualTo("31 July 2015");
			assertThat(text.substring(fact.offset())).startsWith("31 July 2015");
		});
	}

	@Test
	void aCaseHasItsNameAndItsCitation() {
		assertThat(keys("In *Hounga v Allen* [2014] UKSC 47 illegality did not bar the claim."))
			.containsExactly("case allen hounga", "citation [2014] UKSC 47");
	}

}
