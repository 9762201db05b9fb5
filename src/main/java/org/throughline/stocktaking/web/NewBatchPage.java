package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;
import org.throughline.platform.web.Typed;
import org.throughline.stocktaking.ProjectBatch.Kind;
import org.throughline.stocktaking.ProjectDesk.Filter;
import org.throughline.stocktaking.ProjectRecord;

/// What is going to be done to many entries, before it is done.
///
/// @param filter where all that it leaves are meant; absent where single ones were chosen
/// @param chosen the single ones; of a filter none
/// @param seen the state of the list that is meant; empty where single ones were chosen
/// @param tags those in use
public record NewBatchPage(
        Kind kind,
        String what,
        String follows,
        long count,
        @Nullable Filter filter,
        String seen,
        List<ProjectRecord> chosen,
        List<String> tags,
        String back,
        Typed typed,
        FormErrors errors) {}
