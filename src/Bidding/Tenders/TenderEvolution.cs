namespace Approvals.Bidding.Tenders;

/// <summary>The only code that changes the state of a tender. Total over events that a decision made, in their order.</summary>
public static class TenderEvolution
{
    public static TenderState Evolve(TenderState? state, TenderEvent happened) =>
        happened is TenderDeclared declared
            ? new TenderState
            {
                Key = declared.Key,
                Record = declared.Record,
                Number = declared.Number,
                Declaration = declared.Declaration,
                DeclaredAt = declared.At,
                Stage = TenderStage.Declared,
            }
            : Continue(
                state
                    ?? throw new InvalidOperationException(
                        $"{happened.GetType().Name} before the tender was declared."
                    ),
                happened
            );

    private static TenderState Continue(TenderState state, TenderEvent happened) =>
        happened switch
        {
            AgencyChosen chosen => state with { Stage = TenderStage.Compiling, Choice = chosen.Choice },
            FileCompiled compiled => state with { Stage = TenderStage.Keying, File = compiled.File },
            HolderEnrolled enrolled => state with
            {
                Holders = state.Holders.SetItem(enrolled.Holder.Role, enrolled.Holder),
                DrawCommitments = state.DrawCommitments.SetItem(enrolled.Holder.Role, enrolled.DrawCommitment),
            },
            NoticeIssued issued => state with
            {
                Stage = TenderStage.Registering,
                PublishedAt = issued.At,
                NoticeHash = issued.NoticeHash,
            },
            QuestionAsked asked => state with
            {
                Questions = state.Questions.Add(new TenderQuestion(asked.Question, asked.At, asked.Document)),
            },
            QuestionAnswered answered => state with
            {
                Questions =
                [
                    .. state.Questions.Select(each =>
                        each.Key == answered.Question
                            ? each with
                            {
                                AnsweredAt = answered.At,
                                Answer = answered.Document,
                            }
                            : each
                    ),
                ],
            },
            BidsOpened opened => state with { Stage = TenderStage.Opening, Opening = opened },
            BidsReadOut read => state with { ReadOutAt = read.At },
            CommitteeSeated seated => state with { Committee = seated.Members, BlindOrder = seated.BlindOrder },
            QualificationJudged judged => state with
            {
                Stage = TenderStage.Evaluating,
                Qualifications = judged.Results,
            },
            SheetSealed sheet => state with { Sheets = state.Sheets.SetItem(sheet.Expert, sheet) },
            ScoresOpened opened => state with { Results = opened.Lots },
            ReportSigned signed => state with { Signatures = state.Signatures.Add(signed) },
            ReportClosed closed => state with { Silent = closed.Silent },
            CandidatesPublished published => state with { Stage = TenderStage.Publicity, Publicity = published },
            TenderAwarded awarded => state with
            {
                Stage = TenderStage.Awarded,
                Awards = awarded.Awards,
                AwardedAt = awarded.At,
                ContractDue = awarded.ContractDue,
            },
            AwardAbandoned abandoned => state with { Abandoned = state.Abandoned.Add(abandoned.Lot) },
            ContractSigned signed => state with { Stage = TenderStage.Contracted, Contract = signed },
            RefundsOrdered ordered => state with { RefundDue = ordered.Due },
            TenderArchived archived => state with { Stage = TenderStage.Archived, Archive = archived },
            BiddingFailed failed => state with { Stage = TenderStage.Failed, Failure = failed.Reason },
            RetenderDecided => state with { IsRetendered = true },
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, null),
        };
}
