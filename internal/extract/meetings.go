package extract

func (b *builder) meetings() {}
