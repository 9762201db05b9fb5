package org.throughline.stocktaking.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.FormErrors;
import org.throughline.stocktaking.ProjectRecord;
import org.throughline.stocktaking.web.ProjectDeskPage.ActLine;

/// What the desk still knows of an entry that was withdrawn or merged.
///
/// @param into the number of the entry it is part of now
public record GoneDeskPage(ProjectRecord project, @Nullable Long into, FormErrors errors, List<ActLine> acts) {}
