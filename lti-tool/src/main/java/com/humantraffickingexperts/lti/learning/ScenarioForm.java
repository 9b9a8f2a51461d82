package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Map;

import com.humantraffickingexperts.lti.web.ToolError;
import com.humantraffickingexperts.lti.web.WebErrorCode;

/**
 * What is sent from a scenario.
 *
 * @param again whether it is to begin again
 * @param walk which way through it; 0 in a check
 * @param step how many steps were taken when the choice was offered
 * @param choice the id of the choice; empty when none was made
 */
record ScenarioForm(boolean again, int walk, int step, String choice) {

	static ScenarioForm of(Map<String, List<String>> sent) {
		return new ScenarioForm(sent.containsKey("again"), number(AnswerForm.one(sent, "walk")),
				number(AnswerForm.one(sent, "step")), AnswerForm.one(sent, AnswerForm.CHOICE));
	}

	private static int number(String text) {
		try {
			return text.isEmpty() ? 0 : Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw new ToolError(WebErrorCode.BAD_REQUEST);
		}
	}

}
