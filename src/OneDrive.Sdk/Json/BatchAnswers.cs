namespace OneDrive.Sdk.Json;

/// <summary>The responses to several requests, in any order.</summary>
internal sealed class BatchAnswers
{
    private BatchAnswers(ref ModelReader reader)
    {
        IReadOnlyList<BatchAnswer>? responses = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "responses": responses = reader.List(BatchAnswer.Read); break;
                default: reader.Other(); break;
            }
        }

        reader.Require("responses", responses is not null);
        Responses = responses ?? [];
    }

    public IReadOnlyList<BatchAnswer> Responses { get; }

    internal static BatchAnswers Read(ref ModelReader reader) => new(ref reader);
}
