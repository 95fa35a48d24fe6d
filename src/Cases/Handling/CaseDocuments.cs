using Approvals.Cases.Events;
using Approvals.Kernel.Documents;
using Approvals.Kernel.Store;

namespace Approvals.Cases.Handling;

/// <summary>What a document is to its case.</summary>
public static class DocumentKinds
{
    public const string Form = "form";
    public const string Snapshot = "snapshot";
    public const string Material = "material";
    public const string Explanation = "explanation";
    public const string Notice = "notice";
    public const string Licence = "licence";

    /// <summary>签发稿; the caption is the kind of paper, empty for the application.</summary>
    public const string Signed = "signed";
}

/// <summary>Which documents a case has, written from its events: who may see a case may see these.</summary>
internal static class CaseDocuments
{
    private static readonly SqlText Insert = new(
        "INSERT INTO case_document (document, owner, kind, caption, at) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText InsertLicence = new(
        """
        INSERT INTO licence (identifier, owner, number, name, issuer, document, valid_from, valid_to, issued)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """
    );

    private static readonly SqlText EndLicence = new(
        "UPDATE licence SET ending = ?2, ended = ?3, successor = coalesce(?4, successor) WHERE owner = ?1"
    );

    public static DocumentRef Refer(DocumentReference stored) => new(stored.Id, stored.Digest);

    public static void Write(
        SqlSession session,
        DateTimeOffset at,
        LoadedCase loaded,
        CaseEvent happened,
        Catalogue.Item item
    )
    {
        var key = loaded.State.Key;
        switch (happened)
        {
            case CaseSubmitted e:
                Add(session, at, key, e.Form, DocumentKinds.Form, item.Name);
                Add(session, at, key, e.Applicant.Snapshot, DocumentKinds.Snapshot, e.Applicant.DisplayName);
                AddMaterials(session, at, key, e.Documents);
                break;
            case CorrectionSubmitted e:
                Add(session, at, key, e.Form, DocumentKinds.Form, item.Name);
                Add(session, at, key, e.Explanation, DocumentKinds.Explanation, item.Name);
                AddMaterials(session, at, key, e.Documents);
                break;
            case RectificationSubmitted e:
                Add(session, at, key, e.Explanation, DocumentKinds.Explanation, item.Name);
                break;
            case LicenceWithdrawn e:
                session.Execute(EndLicence, key, e.Ending.ToString(), e.At, (string?)null);
                break;
            case CaseRevoked e:
                session.Execute(EndLicence, key, nameof(LicenceEnding.Revoked), e.At, (string?)null);
                break;
            case LicenceReplaced e:
                session.Execute(EndLicence, key, nameof(LicenceEnding.Replaced), e.At, e.Successor);
                break;
            case PapersSupplied e:
                AddMaterials(session, at, key, e.Documents);
                break;
            case InspectionRecorded e:
                AddMaterials(session, at, key, e.Photos);
                break;
            case NoticeIssued e:
                Add(session, at, key, e.Document, DocumentKinds.Notice, e.Kind.ToString());
                break;
            case PaperSigned e:
                Add(session, at, key, e.Document, DocumentKinds.Signed, e.Kind?.ToString() ?? "");
                break;
            case LicenceIssued e:
                Add(session, at, key, e.Document, DocumentKinds.Licence, e.Terms.Number);
                session.Execute(
                    InsertLicence,
                    e.Terms.Identifier,
                    key,
                    e.Terms.Number,
                    item.Result.Name,
                    item.Authority,
                    e.Document.Id,
                    e.Terms.ValidFrom,
                    e.Terms.ValidTo,
                    e.At
                );
                break;
        }
    }

    private static void AddMaterials(
        SqlSession session,
        DateTimeOffset at,
        long key,
        IReadOnlyList<MaterialDocument> documents
    )
    {
        foreach (var document in documents)
        {
            Add(session, at, key, document.Document, DocumentKinds.Material, document.Material);
        }
    }

    private static void Add(
        SqlSession session,
        DateTimeOffset at,
        long key,
        DocumentRef? document,
        string kind,
        string caption
    )
    {
        if (document is not null)
        {
            session.Execute(Insert, document.Id, key, kind, caption, at);
        }
    }
}
