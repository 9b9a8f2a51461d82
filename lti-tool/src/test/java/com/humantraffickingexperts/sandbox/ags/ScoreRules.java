package com.humantraffickingexperts.sandbox.ags;

import com.humantraffickingexperts.sandbox.manners.Manners;
import com.humantraffickingexperts.sandbox.services.Reply;

/**
 * What a platform makes of a score.
 */
interface ScoreRules {

	/**
	 * The platform's manners these rules belong to.
	 * @return the manners
	 */
	Manners manners();

	/**
	 * Takes a score in, or refuses it.
	 * @param post the score
	 * @return the answer
	 */
	Reply take(ScorePost post);

}
