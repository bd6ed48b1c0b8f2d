namespace OneDrive.Sdk.Transfers;

/// <content>Verification of the content.</content>
internal sealed partial class ResumingDownload
{
    private const string OtherBytes = "The content does not match the file that the service describes.";

    private readonly SecondLook _again = new(transport, source, logger);
    private ContentVerificationException? _oddError;
    private ContentLook? _firstLook;
    private int _refusals;
    private int _overruns;
    private bool _wasPieced;

    /// <summary>The body ended: it is complete, or must be resumed.</summary>
    private DownloadFailure? Ended(DownloadBody body)
    {
        if (_length is { } stated)
            return sink.Position < stated ? new DownloadFailure(body.BrokeOff()) : null;

        // Without a stated length it ended well by its own framing; what is shorter than described and has no equal hash is a part.
        return !terms.TakesAnything && !_isOdd && sink.Position < AnnouncedLength && Weigh() is not ContentEvidence.EqualHash
            ? new DownloadFailure(
                Mismatch("The response ended before the end of the file and did not contain a "
                    + "length.", isTransient: true), IsHarmless: true)
            : null;
    }

    /// <summary>There are no more bytes: the file is complete, or the service has less content than described.</summary>
    private DownloadFailure? AtEnd(HttpResponseMessage response) =>
        response.Content.Headers.ContentRange?.Length == sink.Position && sink.Position == AnnouncedLength
            ? null
            : new DownloadFailure(Mismatch("The service does not have more bytes than were received.", isTransient: true));

    /// <summary>Decides at a bound whether the body is read any further; if not, whether the content is whole, or why not.</summary>
    private async Task<(bool IsEnd, DownloadFailure? Failure)> PassAsync(
        DownloadBound bound, DownloadBody body, Memory<byte> scratch, CancellationToken cancellationToken)
    {
        if (bound.IsStated)
            return (true, null);
        if (bound.PassSize())
        {
            // Content with the described size and hash is the file, whatever follows.
            return (
                Weigh() is ContentEvidence.EqualHash
                    && await body.ReadAsync(scratch[..1], cancellationToken).ConfigureAwait(false) > 0,
                null);
        }

        var error = Mismatch("The response is longer than the size of the file and did not contain a length.", isTransient: false);
        return (true, new DownloadFailure(error, IsHarmless: true) { IsOverrun = true });
    }

    /// <summary>The service, asked again, does not say that the file is longer: a body that ran past its size is dropped, once.</summary>
    private void DropOverrun(DownloadFailure failure)
    {
        if (_overruns++ > 0 || !sink.CanStartOver)
            throw failure.Error;
        Discard();
    }

    /// <summary>Verifies content that is complete by the framing of its responses.</summary>
    /// <returns>The outcome; or what to recover from; or neither when the content is to be fetched once more.</returns>
    private async Task<(DownloadOutcome? Outcome, DownloadFailure? Failure)> JudgeAsync(CancellationToken cancellationToken)
    {
        // Without a hash only the item shows whether the parts belong to one version; it is read below.
        if ((!_isPieced || HasComparableHash) && Accept() is { } outcome)
            return (outcome, null);

        // The bytes may be those of a newer version than the one that was described.
        var described = _item;
        _item = await GetItemAsync(cancellationToken).ConfigureAwait(false);
        var isSame = DownloadVersion.HaveSameContent(_item, described);
        if ((!_isPieced || HasComparableHash || isSame is true) && Accept() is { } newer)
            return (newer, null);
        if (_isOdd)
        {
            _oddError = Mismatch("The response is a web page or compressed content instead of the file.", isTransient: true);
            if (terms.IsProbe)
                throw _oddError;
            Discard();
            return (null, new DownloadFailure(_oddError, IsHarmless: true));
        }

        if (isSame is false || (_isPieced && !HasComparableHash && isSame is null))
        {
            StartOver();
            return default;
        }

        return (await LookAgainAsync(cancellationToken).ConfigureAwait(false), null);
    }

    /// <summary>Looks at content once more that is complete and differs from the description.</summary>
    /// <returns>The outcome; null when the content is to be fetched again.</returns>
    /// <exception cref="ContentVerificationException">It is not the file.</exception>
    private async Task<DownloadOutcome?> LookAgainAsync(CancellationToken cancellationToken)
    {
        if (!sink.IsHashed)
        {
            // The service described another size meanwhile: the content has to be hashed after all.
            StartOver();
            return null;
        }

        if (_isPieced && !_wasPieced && sink.CanStartOver)
        {
            // Bytes of several versions may be mixed, which says nothing about the file.
            _wasPieced = true;
            Discard();
            return null;
        }

        var look = new ContentLook(sink.Position, sink.QuickXor, IsStated: _length is not null);
        var isKnown = look.IsStated && KnownChanges.MayBeServedOtherwise(_item) && (!_isText || KnownChanges.MayBeText(_item));
        if (_firstLook is { } first)
            return isKnown && first == look ? Changed() : throw Mismatch(OtherBytes, isTransient: false);

        // The last bytes are enough where the length tells that the file was rewritten. With the described length a byte may be wrong.
        if (isKnown && look.Length != _item.Size && await _again.HasSameTailAsync(
            await sink.ReadTailAsync(cancellationToken).ConfigureAwait(false), look.Length, _tag, cancellationToken).ConfigureAwait(false))
            return Changed();
        if (sink.CanStartOver)
        {
            _firstLook = look;
            Discard();
            return null;
        }

        return isKnown && await _again.HasSameBytesAsync(_item, look, cancellationToken).ConfigureAwait(false)
            ? Changed()
            : throw Mismatch(OtherBytes, isTransient: false);
    }

    private DownloadOutcome? Accept() => Weigh() switch
    {
        _ when terms.Conversion is not null => new(_item, ContentIntegrity.NotChecked),
        ContentEvidence.EqualHash => new(_item, ContentIntegrity.Verified),
        ContentEvidence.NothingAgainst when !_isOdd || sink.Position == _item.Size => new(_item, ContentIntegrity.NotChecked),
        _ when terms.TakesAnything => new(_item, ContentIntegrity.NotChecked),
        _ => null,
    };

    /// <summary>
    /// The service is known to serve other content for such a file. For a web page only an equal length shows that it is the file.
    /// </summary>
    private DownloadOutcome Changed() => _isWebPage && sink.Position != _item.Size
        ? new(_item, ContentIntegrity.NotChecked) { IsDoubtful = true }
        : new(_item, ContentIntegrity.ChangedByService);

    private ContentEvidence Weigh() =>
        ContentVerification.Weigh(_item, sink.Position, sink.CompareWith(_item), terms is { ComparesHash: true, TakesAnything: false });

    private ContentVerificationException Mismatch(string reason, bool isTransient) =>
        ContentVerification.Mismatch(_item, sink.Position, sink.CompareWith(_item), reason, isTransient);
}
